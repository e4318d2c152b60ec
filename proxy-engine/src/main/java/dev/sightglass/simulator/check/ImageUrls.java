package dev.sightglass.simulator.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rule for a picture's address: http, https, or a data URL of one of four formats. */
public final class ImageUrls {
    private static final List<String> FORMATS = List.of("png", "jpeg", "gif", "webp");

    private ImageUrls() {}

    public static void check(Field url) {
        String text = url.required().string();
        if (text.startsWith("data:")) {
            checkData(url.path(), text);
        } else if (!isWebAddress(text)) {
            throw OpenAiErrors.badRequest(
                    "Invalid image URL: '" + url.path()
                            + "'. Expected a base64-encoded data URL with an image MIME type (e.g. 'data:image/png;base64,aW1nIGJ5dGVzIGhlcmU='), "
                            + "but got an invalid URL.",
                    url.path(),
                    "invalid_image_url");
        }
    }

    private static void checkData(String path, String text) {
        int comma = text.indexOf(',');
        String kind = comma < 0 ? "" : text.substring("data:".length(), comma);
        if (!kind.startsWith("image/") || !kind.endsWith(";base64")) {
            throw OpenAiErrors.badRequest(
                    "Invalid MIME type. Only image types are supported.", path, "invalid_image_format");
        }
        String format = kind.substring("image/".length(), kind.length() - ";base64".length());
        byte @Nullable [] bytes = decode(text.substring(comma + 1));
        if (bytes == null || bytes.length == 0) {
            throw OpenAiErrors.badRequest("Invalid base64 image_url.", path, "invalid_base64");
        }
        if (!FORMATS.contains(format)) {
            throw OpenAiErrors.badRequest(
                    "You uploaded an unsupported image. Please make sure your image has of one the following formats: ['png', 'jpeg', 'gif', 'webp'].",
                    path,
                    "invalid_image_format");
        }
    }

    private static byte @Nullable [] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
