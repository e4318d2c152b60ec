package dev.sightglass.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;

/** Who may use whom inside the engine, each with its reason. */
@AnalyzeClasses(packages = "dev.sightglass", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ENGINE = "dev.sightglass.engine";

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("dev.sightglass.engine.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package that can be read without the others stays readable");

    @ArchTest
    static final ArchRule MODEL_STANDS_ALONE = classes()
            .that()
            .resideInAPackage("..engine.model..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("..engine.model..", "java..", "org.jspecify.."))
            .because("every other package speaks in the model's words, so the model knows none of them");

    @ArchTest
    static final ArchRule TOOLS_STAND_ALONE = classes()
            .that()
            .resideInAnyPackage("..engine.bytes..", "..engine.files..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("..engine.bytes..", "..engine.files..", "java..", "org.jspecify.."))
            .because("every other package may use them, the window's too");

    @ArchTest
    static final ArchRule FACADE_IS_THE_TOP = noClasses()
            .that()
            .resideInAPackage("dev.sightglass.engine.(*)..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ENGINE)
            .because("the facade wires the packages together; none of them knows it");

    @ArchTest
    static final ArchRule UNDERTOW_STAYS_IN_SERVER = noClasses()
            .that()
            .resideOutsideOfPackage("..engine.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.undertow..", "org.xnio..")
            .because("the HTTP server can then be replaced, and its threads and traps are known in one place");

    @ArchTest
    static final ArchRule HTTP_CORE_STAYS_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("..engine.upstream.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hc..")
            .because("the pipeline knows calls and answers, whoever speaks HTTP for it");

    @ArchTest
    static final ArchRule NO_JAVAFX = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "dev.sightglass.app..")
            .because("the engine also runs without a window");

    @ArchTest
    static final ArchRule TRANSLATION_DOES_NO_IO = noClasses()
            .that()
            .resideInAPackage("..engine.upstream.azure..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net.http..",
                    "org.apache.hc..",
                    "..engine.upstream.http..",
                    "java.nio.file..",
                    "..engine.settings..",
                    "..engine.store..")
            .because("a translator without sockets, files and settings is tested by pairs of files");

    @ArchTest
    static final ArchRule UPSTREAMS_ARE_APART = slices().matching("dev.sightglass.engine.upstream.azure.(*)..")
            .should()
            .notDependOnEachOther()
            .because("each upstream API can be read, changed and removed alone");

    @ArchTest
    static final ArchRule PIPELINE_KNOWS_NO_RECORDING = noClasses()
            .that()
            .resideInAnyPackage("..engine.pipeline..", "..engine.upstream..", "..engine.codec..", "..engine.routing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..engine.capture..", "..engine.store..")
            .because("traffic comes first: it only tells events, and never waits for what is done with them");

    @ArchTest
    static final ArchRule TRAFFIC_WAITS_FOR_NO_DISK = noClasses()
            .that()
            .resideInAnyPackage(
                    "..engine.server..",
                    "..engine.pipeline..",
                    "..engine.upstream..",
                    "..engine.codec..",
                    "..engine.routing..",
                    "..engine.capture..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(FileChannel.class, FileDescriptor.class, FileOutputStream.class, RandomAccessFile.class)
            .because(
                    "what is recorded is forced to the disk by the store's one writing thread, which no request waits for");

    @ArchTest
    static final ArchRule SQL_STAYS_IN_ITS_STORE = noClasses()
            .that()
            .resideOutsideOfPackage("..engine.store.sqlite..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..")
            .because("what is kept, and how, is the durable store's own affair");

    @ArchTest
    static final ArchRule SIMULATOR_IS_INDEPENDENT = noClasses()
            .that()
            .resideInAPackage("dev.sightglass.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.sightglass.engine..")
            .because("a simulator that shared code with the translators would share their mistakes");

    @ArchTest
    static final ArchRule ENGINE_NEEDS_NO_SIMULATOR = noClasses()
            .that()
            .resideInAPackage("dev.sightglass.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.sightglass.simulator..")
            .because("the simulator is an upstream like others, reached over HTTP alone");
}
