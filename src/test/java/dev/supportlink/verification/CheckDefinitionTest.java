package dev.supportlink.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.SetupType;
import dev.supportlink.testing.Connections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckDefinitionTest {

    static Stream<Connection> connections() {
        return Stream.of(SetupType.values())
                .flatMap(type -> Stream.of(InboundMode.values())
                        .map(mode -> Connections.basic().withSetup(type, mode)));
    }

    @Test
    void basicGatewayIsWhatItAlwaysWas() {
        assertThat(CheckDefinition.of(Connections.basic())).isEqualTo(CheckDefinition.BASIC_GATEWAY);
    }

    @Test
    void entraChecksItsTwoApplicationsBeforeWhatNeedsThem() {
        List<CheckDefinition> checks = CheckDefinition.of(Connections.entra());

        assertThat(checks)
                .extracting(CheckDefinition::id)
                .containsSubsequence(
                        "outbound-token", "rest-api-token", "rest-user-token", "instance-sign-in", "inbound-path");
        assertThat(find(checks, "rest-api-token").mandatory()).isTrue();
        assertThat(find(checks, "rest-user-token").mandatory()).isTrue();
        assertThat(find(checks, "instance-sign-in").after()).contains("rest-user-token");
        assertThat(find(checks, "inbound-path").after()).contains("rest-user-token");
        assertThat(checks).hasSize(CheckDefinition.BASIC_GATEWAY.size() + 2);
    }

    @Test
    void directCallersNeedTheInstance() {
        List<CheckDefinition> checks =
                CheckDefinition.of(Connections.basic().withSetup(SetupType.BASIC, InboundMode.DIRECT));

        assertThat(find(checks, "inbound-path").after()).contains("instance-sign-in");
    }

    @Test
    void noReportLeavesOutWhatTheSetUpDoesNotHave() {
        assertThat(connections().map(CheckDefinition::of))
                .allSatisfy(checks -> assertThat(checks)
                        .extracting(CheckDefinition::id)
                        .containsSequence("instance-sign-in", "incident-read")
                        .containsSequence("deliveries", "inbound-path", "secrets-expiry"));
    }

    @ParameterizedTest
    @MethodSource("connections")
    void checksDependOnEarlierOnesOnly(Connection connection) {
        Set<String> earlier = new HashSet<>();
        for (CheckDefinition check : CheckDefinition.of(connection)) {
            assertThat(earlier).as(check.id()).containsAll(check.after());
            assertThat(earlier.add(check.id())).isTrue();
        }
    }

    private static CheckDefinition find(List<CheckDefinition> checks, String id) {
        return checks.stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
