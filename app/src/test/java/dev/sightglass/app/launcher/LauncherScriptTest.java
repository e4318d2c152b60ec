package dev.sightglass.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.launcher.LauncherSandbox.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has a launcher of its own")
class LauncherScriptTest {

    @TempDir
    Path folder;

    private LauncherSandbox sandbox;

    @BeforeEach
    void makeSandbox() throws Exception {
        sandbox = new LauncherSandbox(folder);
    }

    @Test
    void buildsOnceThenOnlyRuns() throws Exception {
        sandbox.withMaven();

        assertThat(sandbox.run("serve").stderr()).contains("building");
        assertThat(sandbox.run("serve").stderr()).isEmpty();
        assertThat(sandbox.builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhenASourceChangedOrWentAway() throws Exception {
        sandbox.withMaven().run("serve");

        Files.writeString(sandbox.source(), "changed");
        sandbox.run("serve");
        assertThat(sandbox.builds()).isEqualTo(2);

        Files.delete(sandbox.source());
        sandbox.run("serve");
        assertThat(sandbox.builds()).isEqualTo(3);
    }

    @Test
    void handsOnArgumentsInputAndExitCode() throws Exception {
        Result result = sandbox.withMaven().run(sandbox.launcher(), "input", "show", "a b", "", "*");

        assertThat(result.stdout()).endsWith("[dev.sightglass.app.Launcher]\n[show]\n[a b]\n[]\n[*]\ninput");
        assertThat(result.exitCode()).isEqualTo(7);
    }

    @Test
    void worksThroughASymbolicLinkFromAnotherFolder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("sg"), Path.of("my project", "sightglass"));

        Result result = sandbox.withMaven().run(link, "", "list");

        assertThat(result.stdout()).contains(folder.toRealPath().resolve("my project/app/target/run/lib") + "/*");
    }

    @Test
    void jvmOptionsCanBeAdded() throws Exception {
        Result result =
                sandbox.withMaven().with("SIGHTGLASS_JAVA_OPTS", "-Xmx1g -ea").run("list");

        assertThat(result.stdout()).contains("[-Xmx1g]\n[-ea]\n");
    }

    @Test
    void missingMavenIsToldInOneLine() throws Exception {
        Result result = sandbox.run("serve");

        assertThat(result.stderr().strip())
                .isEqualTo("sightglass: needs Maven (mvn) to build itself: install Maven 3.8 or newer");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void failedBuildShowsItsErrorsAndIsTriedAgain() throws Exception {
        Result result = sandbox.withFailingMaven().run("serve");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.stderr()).contains("cannot find symbol").contains("the build failed, see ");

        assertThat(sandbox.withMaven().run("serve").exitCode()).isEqualTo(7);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void missingDisplayPointsToServe() throws Exception {
        Result result = sandbox.withMaven().run("--demo");

        assertThat(result.stderr().strip()).contains("no display").contains("./sightglass serve");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(sandbox.builds()).isZero();
    }

    @Test
    void windowOpensWhereThereIsADisplay() throws Exception {
        Result result = sandbox.withMaven().with("DISPLAY", ":0").run("--demo");

        assertThat(result.stdout()).endsWith("[--demo]\n");
    }

    @Test
    void helpNeedsNoDisplay() throws Exception {
        assertThat(sandbox.withMaven().run("--help").stdout()).endsWith("[--help]\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void javaSpeaksUtf8InALocaleThatDoesNot() throws Exception {
        sandbox.withMaven();

        assertThat(sandbox.run("serve").stdout()).contains("encoding UTF-8");
        assertThat(sandbox.with("LANG", "xx_XX.UTF-8").run("list").stdout()).contains("encoding UTF-8");
        assertThat(sandbox.with("LC_ALL", "C").run("list").stdout()).contains("encoding UTF-8");
    }

    @Test
    void worksWithoutAHomeFolder() throws Exception {
        assertThat(sandbox.withMaven().without("HOME").run("list", "--json").stdout())
                .endsWith("[list]\n[--json]\n");
    }

    @Test
    void aMistakenCommandIsLeftToTheProgramToTell() throws Exception {
        assertThat(sandbox.withMaven().run("exprot", "--out", "x").stdout()).endsWith("[exprot]\n[--out]\n[x]\n");
    }
}
