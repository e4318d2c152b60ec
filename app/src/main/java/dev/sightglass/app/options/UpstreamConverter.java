package dev.sightglass.app.options;

import dev.sightglass.engine.model.UpstreamKind;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of an upstream API. */
public final class UpstreamConverter implements ITypeConverter<UpstreamKind> {
    @Override
    public UpstreamKind convert(String word) {
        for (UpstreamKind kind : UpstreamKind.values())
            if (kind.option().equals(word.toLowerCase(Locale.ROOT))) return kind;
        throw new TypeConversionException("'" + word + "' is none of chat, responses, anthropic");
    }
}
