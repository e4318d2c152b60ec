package dev.sightglass.simulator.chat;

import dev.sightglass.simulator.check.Field;
import dev.sightglass.simulator.check.ImageUrls;
import dev.sightglass.simulator.check.OpenAiErrors;
import java.util.List;
import java.util.Set;

/** One part of a message's content array. */
final class ChatContentPart {
    private static final List<String> TYPES = List.of("text", "image_url", "input_audio", "refusal", "audio", "file");

    private ChatContentPart() {}

    static void check(Field message, String role, Field part) {
        switch (part.object().at("type").required().oneOf(TYPES)) {
            case "text" -> checkText(part);
            case "image_url" -> checkImage(message, role, part);
            case "file" -> checkFile(role, part);
            case "refusal" -> checkRefusal(role, part);
            default ->
                throw OpenAiErrors.badRequest(
                        "This model does not support audio content.",
                        part.at("type").path(),
                        "invalid_value");
        }
    }

    private static void checkText(Field part) {
        part.object(Set.of("type", "text"));
        if (part.at("text").required().string().isEmpty()) {
            throw OpenAiErrors.emptyString(part.at("text").path());
        }
    }

    private static void checkImage(Field message, String role, Field part) {
        if (!role.equals("user")) {
            throw OpenAiErrors.badRequest(
                    "Invalid '" + message.path() + "'. Image URLs are only allowed for messages with role 'user', "
                            + "but this message with role '" + role + "' contains an image URL.",
                    message.path(),
                    "invalid_value");
        }
        part.object(Set.of("type", "image_url"));
        Field image = part.at("image_url").required().object(Set.of("url", "detail"));
        ImageUrls.check(image.at("url"));
        if (image.at("detail").isPresent()) {
            image.at("detail").oneOf(List.of("low", "high", "auto", "original"));
        }
    }

    private static void checkFile(String role, Field part) {
        if (!role.equals("user")) {
            throw OpenAiErrors.invalidValue(part.at("type").path(), "file", List.of("text"));
        }
        part.object(Set.of("type", "file"));
        Field file = part.at("file").required().object(Set.of("file_data", "file_id", "filename"));
        if (file.at("file_data").isAbsent() && file.at("file_id").isAbsent()) {
            throw OpenAiErrors.missing(file.at("file_id").path());
        }
        if (file.at("file_data").isPresent()) {
            checkFileData(file);
        }
    }

    private static void checkFileData(Field file) {
        file.at("filename").required().string();
        String data = file.at("file_data").string();
        if (!data.startsWith("data:application/pdf;base64,")) {
            throw OpenAiErrors.badRequest(
                    "Invalid file data: '" + file.at("file_data").path()
                            + "'. Expected a base64-encoded data URL with an application/pdf MIME type "
                            + "(e.g. 'data:application/pdf;base64,aW1nIGJ5dGVzIGhlcmU='), but got unsupported MIME type.",
                    file.at("file_data").path(),
                    "invalid_value");
        }
    }

    private static void checkRefusal(String role, Field part) {
        if (!role.equals("assistant")) {
            throw OpenAiErrors.invalidValue(part.at("type").path(), "refusal", List.of("text", "image_url", "file"));
        }
        part.object(Set.of("type", "refusal"));
        part.at("refusal").required().string();
    }
}
