package dev.sightglass.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javafx.application.Platform;
import javafx.scene.Node;

/** Who may use whom inside the app, each with its reason. */
@AnalyzeClasses(packages = "dev.sightglass.app", importOptions = ImportOption.DoNotIncludeTests.class)
class AppArchitectureTest {
    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("dev.sightglass.app.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package that can be read without the others stays readable");

    @ArchTest
    static final ArchRule ONLY_THE_WINDOW_KNOWS_THE_WIRING = noClasses()
            .that()
            .resideInAPackage("dev.sightglass.app.(*)..")
            .and()
            .resideOutsideOfPackage("dev.sightglass.app.window..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.sightglass.app")
            .because("a part that is given just what it needs is tested without the rest");

    @ArchTest
    static final ArchRule ONE_DOOR_TO_THE_FX_THREAD = noClasses()
            .that()
            .resideOutsideOfPackage("..app.feed..")
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class)
            .because("calls from everywhere flood the FX thread and cannot be ordered or tested");

    @ArchTest
    static final ArchRule VIEW_MODELS_KNOW_NO_NODES = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .or()
            .haveSimpleNameEndingWith("Model")
            .or()
            .haveSimpleNameEndingWith("Form")
            .or()
            .haveSimpleName("ProxyControl")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..")
            .because("what a view shows is tested in plain JUnit");

    @ArchTest
    static final ArchRule THE_ENGINE_BY_ITS_FRONT_DOOR = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "dev.sightglass.engine.server..",
                    "dev.sightglass.engine.pipeline..",
                    "dev.sightglass.engine.upstream..",
                    "dev.sightglass.engine.codec..",
                    "dev.sightglass.engine.routing..",
                    "dev.sightglass.engine.credential..",
                    "dev.sightglass.engine.event..",
                    "dev.sightglass.engine.capture.."))
            .because("what carries and records the traffic can then change without the window");

    @ArchTest
    static final ArchRule PANELS_APART = slices().matching("dev.sightglass.app.inspector.(*)..")
            .should()
            .notDependOnEachOther()
            .because("a panel can then be added, changed or dropped alone");

    @ArchTest
    static final ArchRule COMMANDS_WITHOUT_JAVAFX = noClasses()
            .that()
            .resideInAnyPackage("..app.cli..", "..app.options..", "..app.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..")
            .because("the commands run where there is no display");

    @ArchTest
    static final ArchRule NO_STYLES_IN_CODE = noClasses()
            .should()
            .callMethod(Node.class, "setStyle", String.class)
            .because("colours and sizes stand in the style sheets, where both themes see them");
}
