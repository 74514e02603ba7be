package dev.supportlink.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only what the read-only script prints for this connection is taken; everything else is named. */
class FindingsReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final String GOOD = "{\"format\":\"supportlink-instance-findings-1\",\"connection\":\"c1\","
            + "\"at\":\"2026-11-24T09:00:00Z\",\"user\":{\"userName\":\"svc\",\"active\":true,\"lockedOut\":false,"
            + "\"passwordNeedsReset\":false,\"webServiceAccessOnly\":true},\"roles\":[\"incident_manager\"],"
            + "\"oauthEntity\":{\"clientId\":\"abc\",\"name\":\"SupportLink\",\"active\":true,"
            + "\"accessTokenLifespan\":1800,\"refreshTokenLifespan\":8640000},"
            + "\"tables\":[{\"name\":\"incident\",\"readAccess\":true,\"webServiceAccess\":true}]}";

    private final FindingsReader reader = new FindingsReader("c1");

    @Test
    void whatTheScriptPrintsIsRead() {
        InstanceFindings findings = read("*** Script: " + GOOD + "\n");
        assertThat(findings.foundAt()).isEqualTo(Instant.parse("2026-11-24T09:00:00Z"));
        assertThat(findings.user()).isEqualTo(new InstanceFindings.User("svc", true, false, false, true));
        assertThat(findings.roles()).containsExactly("incident_manager");
        assertThat(findings.registration())
                .isEqualTo(new InstanceFindings.Registration("abc", "SupportLink", true, 8_640_000L));
        assertThat(findings.tables()).containsExactly(new InstanceFindings.TableAccess("incident", true, true));
    }

    @Test
    void whatIsKeptIsReadBack() {
        InstanceFindings findings = read(GOOD);
        assertThat(reader.kept(findings.toJson("c1").toString())).isEqualTo(findings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"lockedOut\":false|\"lockedOut\":\"0\"|user.lockedOut must be true or false",
                "\"lockedOut\":false,||user.lockedOut must be true or false",
                "\"active\":true,\"l|\"active\":true,\"more\":1,\"l|user.more is not printed by the script",
                "\"roles\":[|\"roles\":[7,|roles[0] must be a text",
                "\"tables\":[|\"tables\":[7,|tables[0] must be an object",
                "\"readAccess\":true|\"readAccess\":null|tables[0].readAccess must be true or false",
                "8640000|8640000.5|oauthEntity.refreshTokenLifespan must be a whole number or null",
                "8640000|99999999999999999999999|oauthEntity.refreshTokenLifespan must be a whole number",
                "findings-1|findings-0|has another format",
                "\"c1\"|\"c2\"|is about another connection",
                "\"svc\"|\"Svc\"|is about the user Svc, but this connection's is svc",
                "\"abc\"|\"abd\"|is about the OAuth client abd, but this connection's is abc",
                "2026-11-24T09|2026-11-16T09|at most 7 days old",
                "2026-11-24T09|2026-11-24T11|not from the future",
                "2026-11-24T09:00:00Z|yesterday|at must be a time in UTC",
                "{\"userName\"|[{\"userName\"|is not the JSON object that the script prints",
            })
    void whatIsWrongIsNamed(String part, String instead, String message) {
        String changed = GOOD.replaceFirst(
                java.util.regex.Pattern.quote(part),
                java.util.regex.Matcher.quoteReplacement(instead == null ? "" : instead));
        assertThatThrownBy(() -> read(changed))
                .isInstanceOf(WrongFindings.class)
                .hasMessageContaining(message);
    }

    @Test
    void userThatTheInstanceDoesNotHaveIsNamed() {
        String changed = GOOD.replaceFirst("\"user\":\\{[^}]*\\}", "\"user\":null");
        assertThatThrownBy(() -> read(changed)).hasMessageContaining("the instance has no such user");
    }

    @Test
    void longTextIsRefusedUnread() {
        assertThatThrownBy(() -> read(GOOD + " ".repeat(1) + "x".repeat(20_000)))
                .hasMessageContaining("longer than 20000 characters");
    }

    @Property(tries = 10_000)
    void anyDamageIsRefusedInOurWords(
            @ForAll @IntRange(max = 500) int at,
            @ForAll @IntRange(max = 20) int cut,
            @ForAll @StringLength(max = 5) String put) {
        int from = Math.min(at, GOOD.length());
        String damaged = GOOD.substring(0, from) + put + GOOD.substring(Math.min(from + cut, GOOD.length()));
        Throwable thrown = catchThrowable(() -> read(damaged));
        assertThat(thrown)
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        wrong -> assertThat(wrong).isInstanceOf(WrongFindings.class));
    }

    private InstanceFindings read(String text) {
        return reader.pasted(text, "svc", "abc", NOW);
    }
}
