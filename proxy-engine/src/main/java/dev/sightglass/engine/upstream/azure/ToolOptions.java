package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.model.message.ToolChoice;

/** The tools of a request and how they may be called; nothing at all when no tool is left. Safe for many threads. */
public final class ToolOptions {
    private static final String PARALLEL = "parallel_tool_calls";

    private final ToolMapper mapper;

    public ToolOptions(ToolMapper.Form form) {
        mapper = new ToolMapper(form);
    }

    public void write(RequestDraft draft) {
        ToolChoice choice = draft.source().options().toolChoice();
        if (draft.tools().isEmpty()) {
            if (choice != null) draft.notes().dropped("tool_choice", "no tool is left to choose");
            return;
        }
        JsonOut out = draft.out().name("tools").beginArray();
        mapper.write(draft.tools(), out, draft.notes());
        out.endArray();
        if (choice == null) return;
        writeChoice(choice, out);
        if (choice.noParallel()) writeNoParallel(draft);
    }

    private void writeChoice(ToolChoice choice, JsonOut out) {
        out.name("tool_choice");
        switch (choice) {
            case ToolChoice.Auto _ -> out.value("auto");
            case ToolChoice.Any _ -> out.value("required");
            case ToolChoice.None _ -> out.value("none");
            case ToolChoice.Named named -> mapper.writeNamed(ToolNames.sent(named.name()), out);
        }
    }

    private static void writeNoParallel(RequestDraft draft) {
        if (draft.rules().parallelFlag() && draft.learnt().takes(PARALLEL))
            draft.out().field(PARALLEL, false);
        else
            draft.notes()
                    .dropped(
                            "tool_choice.disable_parallel_tool_use",
                            "the deployment's model does not take parallel_tool_calls");
    }
}
