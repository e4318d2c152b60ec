package dev.sightglass.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "dev.sightglass.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
class SimulatorIndependenceTest {
    @ArchTest
    static final ArchRule SHARES_NOTHING_WITH_THE_ENGINE = noClasses()
            .that()
            .resideInAPackage("dev.sightglass.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.sightglass.engine..", "io.undertow..")
            .because("a mistake shared by the translators and their judge would be found by nobody");

    @ArchTest
    static final ArchRule HAS_NO_CYCLES = SlicesRuleDefinition.slices()
            .matching("dev.sightglass.simulator.(*)..")
            .should()
            .beFreeOfCycles();
}
