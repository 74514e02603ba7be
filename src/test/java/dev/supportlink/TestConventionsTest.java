package dev.supportlink;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Guards the habits of the tests themselves. */
@AnalyzeClasses(packages = "dev.supportlink", importOptions = OnlyIncludeTests.class)
class TestConventionsTest {

    @ArchTest
    static final ArchRule assertionsAreAssertJ = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.junit\\.jupiter\\.api\\.Assertions")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.hamcrest..")
            .because("one assertion library gives one kind of failure message");

    @ArchTest
    static final ArchRule testsNeverSleep = noClasses()
            .that()
            .resideOutsideOfPackage("dev.supportlink.sandbox..")
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .because("a sleeping test is slow and still fails now and then; wait for a state instead");

    @ArchTest
    static final ArchRule sandboxKnowsNoProduct = noClasses()
            .that()
            .resideInAPackage("dev.supportlink.sandbox..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.supportlink..")
                    .and(DescribedPredicate.not(resideInAPackage("dev.supportlink.sandbox.."))))
            .because("a simulator that shares code with the product shares its mistakes");
}
