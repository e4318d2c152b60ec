package dev.sightglass.app.options;

import dev.sightglass.engine.settings.AuthMode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads where the credential for Azure comes from. */
public final class AuthConverter implements ITypeConverter<AuthMode> {
    @Override
    public AuthMode convert(String word) {
        return AuthMode.of(word)
                .orElseThrow(() -> new TypeConversionException("'" + word + "' is none of config, client, entra"));
    }
}
