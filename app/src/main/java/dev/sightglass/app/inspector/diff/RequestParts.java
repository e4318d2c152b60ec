package dev.sightglass.app.inspector.diff;

import dev.sightglass.app.control.text.JsonPieces;
import dev.sightglass.app.control.text.JsonPieces.Piece;
import dev.sightglass.app.inspector.diff.DiffSection.Part;
import java.util.ArrayList;
import java.util.List;

/** A request cut into what the sections compare. */
record RequestParts(List<Piece> tools, List<Piece> system, List<Piece> parameters, List<Piece> messages) {

    static RequestParts of(byte[] request) {
        RequestParts parts =
                new RequestParts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Piece member : JsonPieces.of(request)) {
            switch (member.name()) {
                case "tools" -> parts.tools.addAll(elements(member));
                case "system" -> parts.system.addAll(elements(member));
                case "messages" -> parts.messages.addAll(elements(member));
                default -> parts.parameters.add(member);
            }
        }
        return parts;
    }

    /** The elements of an array; any other value as the only one. */
    private static List<Piece> elements(Piece member) {
        boolean array = member.text()[member.from()] == '[';
        return array ? JsonPieces.of(member) : List.of(member);
    }

    List<Piece> of(Part part) {
        return switch (part) {
            case TOOLS -> tools;
            case SYSTEM -> system;
            case PARAMETERS -> parameters;
            case MESSAGES -> messages;
            case TEXT -> List.of();
        };
    }
}
