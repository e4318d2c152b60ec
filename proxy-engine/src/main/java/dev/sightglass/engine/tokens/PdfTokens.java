package dev.sightglass.engine.tokens;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a PDF costs: by its pages, each of which a model gets as text and as a picture. */
final class PdfTokens {
    /** Anthropic ("PDF support", estimate your costs): 1,500 to 3,000 tokens a page for the text. */
    private static final int PER_PAGE = 2000;

    /** For files that keep their page tree compressed: a page of text and a few pictures. */
    private static final int BYTES_PER_PAGE = 60_000;

    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page(?![A-Za-z])");

    private PdfTokens() {}

    /** @param source the document's {@code source}; by reference it counts as one page */
    static long count(JsonNode source) {
        String base64 = source.path("data").asString("");
        try {
            return (long) PER_PAGE * pages(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            return PER_PAGE; // no base64: nothing to look into
        }
    }

    private static int pages(byte[] pdf) {
        Matcher matcher = PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        int pages = 0;
        while (matcher.find()) pages++;
        return pages > 0 ? pages : Math.max(1, pdf.length / BYTES_PER_PAGE);
    }
}
