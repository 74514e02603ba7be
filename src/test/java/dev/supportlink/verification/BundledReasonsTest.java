package dev.supportlink.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.connection.AdminRole;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds every entry of the catalogue to what a reader of a report needs. */
class BundledReasonsTest {

    private static final BundledReasons REASONS = new BundledReasons();

    private static final Pattern USED = Pattern.compile("\\breason\\(\\s*\"([a-z0-9-]+)\"\\s*\\)");

    static Set<String> ids() {
        return new TreeSet<>(REASONS.ids());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void entryTellsWhatHappenedWhoMustActAndWhatToDo(String id) {
        Reason reason = REASONS.reason(id);

        assertThat(reason.id()).isEqualTo(id).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(reason.message()).hasSizeBetween(20, 400).endsWith(".").doesNotContain("  ");
        assertThat(reason.remedy().adminRole()).isIn((Object[]) AdminRole.values());
        assertThat(reason.remedy().text()).hasSizeBetween(15, 700).endsWith(".").doesNotContain("  ");
        assertThat(reason.remedy().link())
                .satisfiesAnyOf(
                        link -> assertThat(link).isNull(),
                        link -> assertThat(URI.create(String.valueOf(link)).getScheme())
                                .isEqualTo("https"));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void entraCodeStandsInTheMessage(String id) {
        if (id.startsWith("aadsts-")) {
            assertThat(REASONS.reason(id).message()).contains("(AADSTS" + id.substring("aadsts-".length()) + ")");
        }
    }

    /** Every code of the table in the domain dossier, section 1.4. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                7000215, 7000222, 7000218, 700016, 7000229, 7000112, 70001, 700011, 1000031, 90002, 900023, 90013,
                90014, 900144, 900561, 90038, 900382, 900432, 500011, 50001, 650057, 650052, 650056, 65001, 65005,
                501051, 50105, 70011, 1002012, 700022, 28002, 901002, 9001023, 700027, 700024, 700021, 700030, 50012,
                5002723, 5002738, 50027, 70021, 700211, 700213, 700229, 53003, 530032, 53011, 530035, 50034, 50126,
                50053, 50055, 50057, 90055, 90024, 90033, 90006, 50033, 50196
            })
    void everyKnownEntraCodeIsExplained(int code) {
        assertThat(REASONS.ids()).contains("aadsts-" + code);
    }

    @ParameterizedTest
    @ValueSource(ints = {90055, 90024, 90033, 90006, 50033, 50196})
    void passingEntraCodesAreNoRefusal(int code) {
        assertThat(REASONS.reason("aadsts-" + code).passing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dns",
                "connect",
                "connect-timeout",
                "timeout",
                "reset",
                "tls",
                "html-instead-of-json",
                "malformed",
                "check-timeout",
                "instance-rate-limit",
                "graph-too-many-requests"
            })
    void whatMayPassByItselfIsMarkedSo(String id) {
        assertThat(REASONS.reason(id).passing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "address-not-allowed",
                "clock",
                "instance-credential-refused",
                "user-inactive",
                "role-missing",
                "secret-expired",
                "oauth-entity-missing",
                "redirected"
            })
    void whatAPersonMustMendIsMarkedSo(String id) {
        assertThat(REASONS.reason(id).passing()).isFalse();
    }

    @Test
    void wrongSecretExplainsTheSecretIdAndTheFirstMinute() {
        Reason reason = REASONS.reason("aadsts-7000215");

        assertThat(reason.message()).contains("secret ID").contains("minute");
        assertThat(reason.remedy().text()).contains("Value").contains("Secret ID");
        assertThat(reason.remedy().adminRole()).isEqualTo(AdminRole.ENTRA_ADMIN);
    }

    static Stream<UpstreamException> failures() {
        return Stream.of("entra", "graph", "instance", "self")
                .flatMap(system -> Arrays.stream(Kind.values())
                        .map(kind -> new UpstreamException(system, kind, null, system + " " + kind)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everySystemAndKindHasAFallback(UpstreamException failure) {
        Reason reason = REASONS.explain(failure);

        assertThat(reason.id()).startsWith(failure.system() + "-");
        assertThat(reason.passing()).isEqualTo(failure.kind().passing());
    }

    @Test
    void codeOfTheOutsideSystemGoesBeforeItsKind() {
        UpstreamException failure = new UpstreamException("entra", Kind.UNAUTHENTICATED, "aadsts-7000222", "expired");

        assertThat(REASONS.explain(failure).id()).isEqualTo("aadsts-7000222");
    }

    @Test
    void unknownCodeFallsBackToSystemAndKind() {
        UpstreamException failure = new UpstreamException("entra", Kind.REJECTED, "aadsts-1", "new to us");

        assertThat(REASONS.explain(failure).id()).isEqualTo("entra-rejected");
    }

    @Test
    void unknownIdIsABug() {
        assertThatThrownBy(() -> REASONS.reason("no-such-reason"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-reason");
    }

    @Test
    void everyReasonThatTheCodeNamesIsInTheCatalogue() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            Stream<String> named = sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> USED.matcher(read(file)).results().map(BundledReasonsTest::id));

            assertThat(named).isNotEmpty().isSubsetOf(REASONS.ids());
        }
    }

    private static String id(MatchResult found) {
        return found.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
