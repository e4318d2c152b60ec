package dev.sightglass.simulator.responses;

import dev.sightglass.simulator.check.Field;
import dev.sightglass.simulator.check.ImageUrls;
import dev.sightglass.simulator.check.OpenAiErrors;
import java.util.List;
import java.util.Set;

/** One part of a message's content or of a function's output: what the user says and what the assistant said differ. */
final class ResponsesContentPart {
    private static final List<String> BY_USER = List.of("input_text", "input_image", "input_file");
    private static final List<String> BY_SYSTEM = List.of("input_text");
    private static final List<String> BY_ASSISTANT = List.of("output_text", "refusal");

    private ResponsesContentPart() {}

    static void check(String role, Field part) {
        List<String> allowed = switch (role) {
            case "assistant" -> BY_ASSISTANT;
            case "user" -> BY_USER;
            default -> BY_SYSTEM;
        };
        switch (part.object().at("type").required().oneOf(allowed)) {
            case "input_text" -> text(part.object(Set.of("type", "text")));
            case "output_text" -> text(part.object(Set.of("type", "text", "annotations", "logprobs")));
            case "refusal" ->
                part.object(Set.of("type", "refusal")).at("refusal").required().string();
            case "input_image" -> image(part.object(Set.of("type", "image_url", "file_id", "detail")));
            default -> file(part.object(Set.of("type", "file_data", "file_id", "file_url", "filename")));
        }
    }

    private static void text(Field part) {
        part.at("text").required().string();
    }

    private static void image(Field part) {
        if (part.at("file_id").isAbsent()) {
            ImageUrls.check(part.at("image_url"));
        }
        if (part.at("detail").isPresent()) {
            part.at("detail").oneOf(List.of("low", "high", "auto", "original"));
        }
    }

    private static void file(Field part) {
        if (part.at("file_data").isPresent()) {
            String data = part.at("file_data").string();
            part.at("filename").required().string();
            if (!data.startsWith("data:application/pdf;base64,")) {
                throw OpenAiErrors.badRequest(
                        "Invalid '" + part.at("file_data").path()
                                + "'. Expected a base64-encoded data URL with an application/pdf MIME type.",
                        part.at("file_data").path(),
                        "invalid_value");
            }
        } else if (part.at("file_id").isAbsent() && part.at("file_url").isAbsent()) {
            throw OpenAiErrors.missing(part.at("file_id").path());
        }
    }
}
