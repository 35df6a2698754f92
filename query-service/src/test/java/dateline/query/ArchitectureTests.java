package dateline.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dateline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dateline.query.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noServiceDependsOnAnother = noClasses()
            .that()
            .resideInAPackage("dateline.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dateline.ingest..", "dateline.enrich..", "dateline.local..", "dateline.testing..");

    @ArchTest
    static final ArchRule indexingKnowsNothingOfSearchAndPages = noClasses()
            .that()
            .resideInAPackage("dateline.query.index..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dateline.query.search..", "dateline.query.dashboard..");
}
