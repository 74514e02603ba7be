package dev.supportlink;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.EntityManager;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;

/** Guards the dependency rules between packages; each rule says why it is there. */
@AnalyzeClasses(packages = "dev.supportlink", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] FEATURES = Stream.of(
                    "connection",
                    "setup",
                    "definition",
                    "handover",
                    "inbound",
                    "inbound.entra",
                    "inbound.allowlist",
                    "incident",
                    "incident.query",
                    "incident.delivery",
                    "verification",
                    "rotation",
                    "secret",
                    "access",
                    "audit",
                    "job")
            .map(feature -> "dev.supportlink." + feature)
            .toArray(String[]::new);

    private static final DescribedPredicate<JavaClass> PRODUCT =
            resideInAPackage("dev.supportlink..").and(DescribedPredicate.not(resideInAPackage("..sandbox..")));

    @ArchTest
    static final ArchRule restClientStaysInOutbound = noClasses()
            .that(are(PRODUCT))
            .and()
            .resideOutsideOfPackage("dev.supportlink.outbound..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.rest.client..")
            .because("only outbound talks to other systems, so that one policy covers every call we make");

    @ArchTest
    static final ArchRule jobOperatorStaysInJob = noClasses()
            .that(are(PRODUCT))
            .and()
            .resideOutsideOfPackage("dev.supportlink.job..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("jakarta\\.batch\\.(operations\\.JobOperator|runtime\\.BatchRuntime)")
            .because("the launcher is the one place that refuses a second start of a running job");

    @ArchTest
    static final ArchRule jaxRsStaysAtTheEdge = noClasses()
            .that(are(PRODUCT))
            .and()
            .resideOutsideOfPackages(
                    "dev.supportlink.*.rest..", "dev.supportlink.outbound..", "dev.supportlink.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..")
            .because("a rule of the business must not know by which protocol it was reached");

    @ArchTest
    static final ArchRule persistenceStaysInStore = noClasses()
            .that(are(PRODUCT))
            .and()
            .resideOutsideOfPackage("dev.supportlink.store..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.persistence..")
            .because("entities never leave the store; features own their ports and plain records");

    @ArchTest
    static final ArchRule batchStaysInBatch = noClasses()
            .that(are(PRODUCT))
            .and()
            .resideOutsideOfPackages("dev.supportlink.*.batch..", "dev.supportlink.job..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.batch..")
            .because("a job is one more way in; the work itself must run without the batch container");

    @ArchTest
    static final ArchRule featuresSeeNoProtocol = noClasses()
            .that()
            .resideInAnyPackage(featuresExcept("job"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ws.rs..",
                    "jakarta.servlet..",
                    "jakarta.batch..",
                    "jakarta.persistence..",
                    "org.eclipse.microprofile.rest.client..")
            .allowEmptyShould(true)
            .because("features hold the business; protocols come last, in rest, batch, store and outbound");

    @ArchTest
    static final ArchRule featuresSeeNoAdapter = noClasses()
            .that()
            .resideInAnyPackage(FEATURES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.supportlink.store..",
                    "dev.supportlink.outbound..",
                    "dev.supportlink.*.rest..",
                    "dev.supportlink.*.batch..")
            .allowEmptyShould(true)
            .because("dependencies point one way: adapters know features, features know only their own ports");

    @ArchTest
    static final ArchRule containerSignsNobodyIn = noClasses()
            .that(are(PRODUCT))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.security.enterprise..", "jakarta.security.auth.message..")
            .because("a mechanism of the WAR runs for every request of every caller (ADR 0016)");

    @ArchTest
    static final ArchRule platformKnowsNoBusiness = noClasses()
            .that()
            .resideInAPackage("dev.supportlink.platform..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.supportlink..")
                    .and(DescribedPredicate.not(resideInAPackage("dev.supportlink.platform.."))))
            .because("platform holds no business word, so that everything may depend on it");

    @ArchTest
    static final ArchRule verificationKnowsNoContributor = noClasses()
            .that()
            .resideInAPackage("dev.supportlink.verification..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.supportlink.setup..",
                    "dev.supportlink.inbound..",
                    "dev.supportlink.incident..",
                    "dev.supportlink.rotation..",
                    "dev.supportlink.outbound..")
            .because("verification owns the port Check; the others contribute checks to it");

    @ArchTest
    static final ArchRule featuresFormNoCycle = slices().matching("dev.supportlink.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAnyPackage("..rest..", "..batch.."), DescribedPredicate.alwaysTrue())
            .because("two features that need each other are one feature, or miss a third");

    @ArchTest
    static final ArchRule inboundKnowsNoEntra = noClasses()
            .that()
            .resideInAPackage("dev.supportlink.inbound")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.supportlink.inbound.entra..")
            .because("tokens of Entra ID are one more way to call; what we issue ourselves works without");

    @ArchTest
    static final ArchRule namesSayTheResponsibility = noClasses()
            .that(are(PRODUCT))
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Data|Info|Service)")
            .because("such a name says nothing about what the class is responsible for");

    @ArchTest
    static final ArchRule entityManagerStaysInStore = noFields()
            .that()
            .areDeclaredInClassesThat(resideOutsideStore())
            .should()
            .haveRawType(EntityManager.class)
            .because("transactions and queries are the store's business");

    @ArchTest
    static final ArchRule productKnowsNoSandbox = noClasses()
            .that(are(PRODUCT))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.supportlink.sandbox..")
            .because("the simulators are not in the production WAR");

    @ArchTest
    static final ArchRule nobodyPrintsToTheConsole = noClasses()
            .that(are(PRODUCT))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("lines go to the log, where they carry level and request id");

    @ArchTest
    static final ArchRule onePlaceKnowsWhereARequestCameFrom = noClasses()
            .that(are(PRODUCT))
            .and()
            .doNotHaveSimpleName("SourceAddress")
            .should()
            .callMethod(jakarta.servlet.ServletRequest.class, "getRemoteAddr")
            .orShould()
            .callMethod(jakarta.servlet.http.HttpServletRequest.class, "getRemoteAddr")
            .orShould()
            .callMethod(jakarta.servlet.ServletRequest.class, "getRemoteHost")
            .because("behind a proxy the peer is the proxy, and a header that anybody can send must not count");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .that(are(PRODUCT))
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("tests turn the clock; use the injected java.time.Clock");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses ours) {
        Stream<JavaPackage> unmarked = ours.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(found -> !found.isAnnotatedWith(NullMarked.class));
        Assertions.assertThat(unmarked.map(JavaPackage::getName))
                .as("packages without a package-info that says @NullMarked")
                .isEmpty();
    }

    @ArchTest
    static final ArchRule featuresKeepNoSession = classes()
            .that(are(PRODUCT))
            .and(resideInAnyPackage(FEATURES))
            .should()
            .notBeAnnotatedWith("jakarta.enterprise.context.SessionScoped")
            .allowEmptyShould(true)
            .because("state of a session lives in the database, so that any node can answer");

    private static String[] featuresExcept(String name) {
        return Stream.of(FEATURES)
                .filter(feature -> !feature.endsWith("." + name))
                .toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> resideOutsideStore() {
        return PRODUCT.and(DescribedPredicate.not(resideInAPackage("dev.supportlink.store..")));
    }
}
