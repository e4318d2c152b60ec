package dev.sightglass.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.settings.ApiKey;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ModelRule;
import org.junit.jupiter.api.Test;

class SettingsFormTest {
    private static final EngineSettings SETTINGS = EngineSettings.DEFAULT.with(EngineSettings.DEFAULT
            .azure()
            .withInstance("demo")
            .withKey(ApiKey.of("0123456789abcdef0123456789abcdef").orElseThrow()));

    @Test
    void anUntouchedFormGivesTheSettingsBack() {
        assertThat(new SettingsForm(SETTINGS).settings()).isEqualTo(SETTINGS);
    }

    @Test
    void aBadEndpointIsToldWhileTypingAndCannotBeSaved() {
        SettingsForm form = new SettingsForm(SETTINGS);
        form.endpoint.set("http://example.com");

        assertThat(form.problemsProperty().get()).containsKey("azure.endpoint");
        assertThat(form.saveableProperty().get()).isFalse();

        form.endpoint.set("https://demo.openai.azure.com");
        assertThat(form.saveableProperty().get()).isTrue();
    }

    @Test
    void whatIsStillMissingMayBeSaved() {
        SettingsForm form = new SettingsForm(EngineSettings.DEFAULT);
        assertThat(form.problemsProperty().get()).containsKey("azure.endpoint");
        assertThat(form.saveableProperty().get()).isTrue();
    }

    @Test
    void theModelMapIsWrittenAsOneLine() {
        SettingsForm form = new SettingsForm(SETTINGS);
        form.modelMap.set("claude-haiku* = gpt-4.1-mini, * = gpt-4.1");
        assertThat(form.settings().modelMap())
                .containsExactly(new ModelRule("claude-haiku*", "gpt-4.1-mini"), new ModelRule("*", "gpt-4.1"));
        assertThat(new SettingsForm(form.settings()).modelMap.get()).isEqualTo(form.modelMap.get());

        form.modelMap.set("claude-haiku*");
        assertThat(form.problemsProperty().get()).containsKey("modelMap");
        assertThat(form.saveableProperty().get()).isFalse();
    }

    @Test
    void howMuchOfThePastIsKeptIsShownAndChanged() {
        SettingsForm form = new SettingsForm(SETTINGS);
        assertThat(form.storeMegabytes.get()).isEqualTo("1024");
        assertThat(form.storeDays.get()).isEmpty();

        form.storeMegabytes.set("500");
        form.storeDays.set("30");
        assertThat(form.saveableProperty().get()).isTrue();
        assertThat(form.settings().capture().storeBytes()).isEqualTo(500L << 20);
        assertThat(form.settings().capture().storeDays()).isEqualTo(30);

        form.storeMegabytes.set("3");
        assertThat(form.problemsProperty().get()).containsKey("capture.storeBytes");
        assertThat(form.saveableProperty().get()).isFalse();
    }

    @Test
    void aPortThatIsNoNumberIsTold() {
        SettingsForm form = new SettingsForm(SETTINGS);
        form.port.set("eight");
        assertThat(form.problemsProperty().get()).containsKey("listen.port");
        assertThat(form.saveableProperty().get()).isFalse();
    }

    @Test
    void theKeyIsNeverShownButKeptReplacedOrForgotten() {
        SettingsForm form = new SettingsForm(SETTINGS);
        assertThat(form.newKey.get()).isEmpty();
        assertThat(form.keyHint()).isEqualTo("****cdef");

        form.newKey.set("another-key-another-key");
        assertThat(form.settings().azure().key())
                .isEqualTo(ApiKey.of("another-key-another-key").orElseThrow());

        form.newKey.set("");
        form.forgetKey.set(true);
        assertThat(form.settings().azure().key()).isNull();
    }
}
