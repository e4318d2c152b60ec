package dev.sightglass.engine.upstream.azure.chat;

import dev.sightglass.engine.upstream.azure.Parts;

/** The text of a tool result; what is no text goes to the user's message that follows, with a word about it here. */
final class ResultText implements Parts {
    private final StringBuilder text = new StringBuilder();
    private final Parts following;
    private boolean moved;

    ResultText(Parts following) {
        this.following = following;
    }

    @Override
    public void text(String part) {
        if (!text.isEmpty()) text.append('\n');
        text.append(part);
    }

    @Override
    public void image(String url) {
        text("(image follows)");
        following.image(url);
        moved = true;
    }

    @Override
    public void file(String name, String dataUrl) {
        text("(file " + name + " follows)");
        following.file(name, dataUrl);
        moved = true;
    }

    String text() {
        return text.toString();
    }

    boolean moved() {
        return moved;
    }
}
