package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.messages.AnthropicErrors;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Message;
import dev.sightglass.engine.model.message.Tool;
import dev.sightglass.engine.model.message.ToolChoice;
import dev.sightglass.engine.upstream.RequestRefused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the client's tools are offered to Azure's model.
 *
 * @param kept with their places in the request
 * @param leftOut names of tools that run on Anthropic's servers only
 */
public record ToolSelection(List<Offered> kept, List<String> leftOut) {
    /** The most tools that Azure takes. */
    static final int MAX = 128;

    /** @param index the tool's place in the request */
    public record Offered(int index, Tool tool) {}

    /** @throws RequestRefused when two tools have one name, or one is demanded that cannot be offered */
    public static ToolSelection of(MessagesRequest request, Notes notes) throws RequestRefused {
        List<Offered> possible = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (int i = 0; i < request.tools().size(); i++) {
            Tool tool = request.tools().get(i);
            if (tool.custom() || ClientTools.knows(tool)) possible.add(new Offered(i, tool));
            else leftOut.add(leaveOut(i, tool, notes));
        }
        checkNames(possible);
        List<Offered> kept = possible.size() <= MAX ? possible : limit(possible, request, notes);
        checkChoice(request.options().toolChoice(), kept, leftOut);
        return new ToolSelection(List.copyOf(kept), List.copyOf(leftOut));
    }

    public List<Tool> tools() {
        return kept.stream().map(Offered::tool).toList();
    }

    public boolean isEmpty() {
        return kept.isEmpty();
    }

    /** What the model is told about the tools that are missing; null when none is. */
    public @Nullable String hint() {
        if (leftOut.isEmpty()) return null;
        return "Not available in this session: " + String.join(", ", leftOut)
                + ". Nothing was searched, fetched or run by it. Where the task needs it, say plainly that it is not"
                + " available here, and never make up its results.";
    }

    private static String leaveOut(int index, Tool tool, Notes notes) {
        notes.dropped(
                "tools[" + index + "]",
                tool.name() + " (" + tool.type()
                        + ") runs on Anthropic's servers and cannot run on Azure; the model is told so");
        return tool.name();
    }

    private static void checkNames(List<Offered> offered) throws RequestRefused {
        Set<String> names = new HashSet<>();
        for (Offered tool : offered) {
            if (!names.add(ToolNames.sent(tool.tool().name())))
                throw refused("tools." + tool.index() + ".name: Tool names must be unique, "
                        + tool.tool().name() + " appears twice");
        }
    }

    private static List<Offered> limit(List<Offered> possible, MessagesRequest request, Notes notes) {
        Set<String> wanted = usedNames(request.messages());
        if (request.options().toolChoice() instanceof ToolChoice.Named named) wanted.add(named.name());
        int others = MAX
                - (int) possible.stream()
                        .filter(t -> wanted.contains(t.tool().name()))
                        .limit(MAX)
                        .count();
        List<Offered> kept = new ArrayList<>();
        for (Offered tool : possible) {
            boolean keep = wanted.contains(tool.tool().name()) ? kept.size() < MAX : others-- > 0;
            if (keep) kept.add(tool);
            else
                notes.dropped(
                        "tools[" + tool.index() + "]",
                        tool.tool().name() + " left out: Azure takes " + MAX + " tools, " + possible.size()
                                + " were sent; kept are those used before and then the first ones");
        }
        return kept;
    }

    private static Set<String> usedNames(List<Message> messages) {
        Set<String> names = new HashSet<>();
        for (Message message : messages)
            for (ContentBlock block : message.content()) {
                if (block instanceof ContentBlock.ToolUse use) names.add(use.name());
                if (block instanceof ContentBlock.ToolResult result)
                    for (ContentBlock inner : result.content())
                        if (inner instanceof ContentBlock.ToolReference loaded) names.add(loaded.toolName());
            }
        return names;
    }

    private static void checkChoice(@Nullable ToolChoice choice, List<Offered> kept, List<String> leftOut)
            throws RequestRefused {
        if (!(choice instanceof ToolChoice.Named named)) return;
        if (kept.stream().anyMatch(t -> t.tool().name().equals(named.name()))) return;
        if (leftOut.contains(named.name()))
            throw refused("tool_choice: " + named.name()
                    + " runs on Anthropic's servers and cannot run on this Azure deployment; ask without it");
        throw refused("tool_choice: tool " + named.name() + " not found in tools");
    }

    private static RequestRefused refused(String message) {
        return new RequestRefused(400, AnthropicErrors.INVALID_REQUEST, message);
    }
}
