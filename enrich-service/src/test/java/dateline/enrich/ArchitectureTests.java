package dateline.enrich;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dateline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    @ArchTest
    static final ArchRule featuresDoNotDependOnEachOtherInCycles =
            slices().matching("dateline.enrich.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule thisServiceKnowsOnlyItselfAndTheContract = classes()
            .that()
            .resideInAPackage("dateline.enrich..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("dateline.ingest..", "dateline.query..", "dateline.local..");

    @ArchTest
    static final ArchRule thereIsNoStaticMutableState = fields().that()
            .areStatic()
            .and()
            .doNotHaveName("$assertionsDisabled")
            .should()
            .beFinal();
}
