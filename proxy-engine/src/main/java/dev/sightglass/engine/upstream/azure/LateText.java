package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.messages.MessageStreamWriter;
import java.util.ArrayList;
import java.util.List;

/** Text and reasoning that come after tool calls have begun: kept until the calls are whole, so that no block is broken up. */
public final class LateText {
    private sealed interface Piece {
        StringBuilder text();
    }

    private record TextPiece(StringBuilder text) implements Piece {}

    private record ThinkingPiece(StringBuilder text) implements Piece {}

    private final List<Piece> pieces = new ArrayList<>();

    public void text(String text) {
        if (pieces.isEmpty() || !(pieces.getLast() instanceof TextPiece))
            pieces.add(new TextPiece(new StringBuilder()));
        pieces.getLast().text().append(text);
    }

    public void thinking(String text) {
        if (pieces.isEmpty() || !(pieces.getLast() instanceof ThinkingPiece))
            pieces.add(new ThinkingPiece(new StringBuilder()));
        pieces.getLast().text().append(text);
    }

    public void writeTo(MessageStreamWriter writer) {
        for (Piece piece : pieces) {
            switch (piece) {
                case TextPiece text -> writer.text(text.text().toString());
                case ThinkingPiece thinking -> writer.thinking(thinking.text().toString());
            }
        }
        pieces.clear();
    }
}
