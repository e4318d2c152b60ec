package dev.sightglass.engine.upstream.azure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.model.message.ContentBlock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The system prompt as one text, each block escaped once. Safe for many threads. */
public final class SystemPrompt {
    static final String SEPARATOR = "\n\n";
    private static final String BILLING = "x-anthropic-billing-header:";

    private final Cache<ContentBlock, byte[]> memo =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    /**
     * The pieces of the prompt, escaped for {@link JsonOut#joined}; empty when there is nothing to say.
     *
     * @param hint what is to be said beside the client's own words, or null
     */
    public List<byte[]> pieces(List<ContentBlock> blocks, @Nullable String hint, Notes notes) {
        List<byte[]> pieces = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            byte[] piece = piece(blocks.get(i), "system[" + i + "]", notes);
            if (piece != null) pieces.add(piece);
        }
        if (pieces.size() > 1) notes.add(Action.MERGED, "system", null, "the blocks are sent as one text");
        if (hint != null) {
            pieces.add(JsonOut.escaped(hint));
            notes.add(Action.INVENTED, "system", null, "tells the model which tools are not available here");
        }
        return pieces;
    }

    private byte @Nullable [] piece(ContentBlock block, String path, Notes notes) {
        FieldNotes.dropped(path + ".", block.other(), notes);
        if (block instanceof ContentBlock.Text text && text.text().startsWith(BILLING)) {
            notes.dropped(path, "a billing line that changes each time and would spoil Azure's prompt cache");
            return null;
        }
        if (!(block instanceof ContentBlock.Text))
            notes.add(Action.REPLACED, path, null, "not a text block; its text is kept");
        byte[] piece = memo.get(block, known -> JsonOut.escaped(BlockText.of(known)));
        if (piece.length == 0) {
            notes.dropped(path, "empty text, which Azure refuses");
            return null;
        }
        return piece;
    }
}
