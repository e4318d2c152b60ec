package dev.sightglass.engine.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;

/**
 * A format whose document is its exchanges one after the other, with nothing before, between or after them.
 *
 * @param id see {@link ExportFormat#id}
 * @param title see {@link ExportFormat#title}
 * @param extension see {@link ExportFormat#extension}
 * @param piece writes one exchange
 */
public record PieceFormat(String id, String title, String extension, Piece piece) implements ExportFormat {
    /** Writes one exchange and leaves the stream open. */
    public interface Piece {
        void write(RecordedExchange exchange, ExportOptions options, OutputStream out) throws IOException;
    }

    /** A format of texts, in UTF-8. */
    static PieceFormat ofTexts(
            String id, String title, String extension, BiFunction<RecordedExchange, ExportOptions, String> text) {
        Piece piece = (exchange, options, out) ->
                out.write(text.apply(exchange, options).getBytes(StandardCharsets.UTF_8));
        return new PieceFormat(id, title, extension, piece);
    }

    @Override
    public ExportWriter open(OutputStream out, ExportOptions options) {
        return new Writer(piece, out, options);
    }

    private record Writer(Piece piece, OutputStream out, ExportOptions options) implements ExportWriter {
        @Override
        public void write(RecordedExchange exchange) throws IOException {
            piece.write(exchange, options, out);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
