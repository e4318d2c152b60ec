package dev.sightglass.app.inspector.usage;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.RankedBars.Bar;
import dev.sightglass.app.format.Human;
import dev.sightglass.engine.detail.ContextComposition;
import dev.sightglass.engine.detail.ContextComposition.Kind;
import dev.sightglass.engine.detail.ContextComposition.Part;
import dev.sightglass.engine.detail.Conversation;
import dev.sightglass.engine.model.Usage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What fills the context window, as bars; the tokens of a part are its estimated part of the sum that Azure reported. */
final class Composition {
    private Composition() {}

    static List<Bar> of(Conversation conversation, @Nullable Usage usage) {
        List<Part> parts = ContextComposition.of(conversation);
        long all = Math.max(1, parts.stream().mapToLong(Part::weight).sum());
        Long tokens = usage == null ? null : usage.totalInput();
        return parts.stream()
                .map(part -> bar(part, (double) part.weight() / all, tokens))
                .toList();
    }

    private static Bar bar(Part part, double share, @Nullable Long total) {
        String kind = part.kind().name().toLowerCase(Locale.ROOT);
        String name = part.kind() == Kind.MCP_TOOLS
                ? text("inspector.usage.part.mcp_tools", part.name())
                : text("inspector.usage.part." + kind);
        Long tokens = total == null ? null : Long.valueOf(Math.round(share * total));
        String figures = tokens == null
                ? text("inspector.usage.part.share", Human.percent(share))
                : text("inspector.usage.part.figures", Human.count(tokens), Human.percent(share));
        String exact = text("inspector.usage.part.exact", name, part.count(), Human.exact(part.weight()));
        return new Bar(kind, name, share, figures, exact);
    }
}
