package dev.supportlink.inbound;

import static dev.supportlink.inbound.InboundBeans.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionChanged;
import dev.supportlink.connection.Environment;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.SetupType;
import dev.supportlink.secret.SecretState;
import dev.supportlink.secret.SecretVersion;
import dev.supportlink.testing.Connections;
import dev.supportlink.testing.RecordedEvents;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosingDoorTest {

    private final InboundBeans beans = new InboundBeans();
    private final InboundBeans.Caller caller = beans.caller(CONNECTION);
    private final RecordedEvents<TokensEnded> ended = new RecordedEvents<>();
    private final ClosingDoor door = new ClosingDoor();

    @BeforeEach
    void wire() {
        beans.connections.add(Connections.basic());
        door.identities = beans.identities;
        door.ended = ended;
        caller.signedIn();
    }

    @ParameterizedTest
    @CsvSource({"BASIC, DIRECT", "ENTRA, GATEWAY", "ENTRA, DIRECT", "INSIGHTS_ONLY, GATEWAY", "INSIGHTS_ONLY, DIRECT"})
    void whoeverClosesTheDoorEndsEveryTokenAndValue(SetupType type, InboundMode mode) {
        change(connection -> connection.withSetup(type, mode));

        assertThat(beans.identities.find(CONNECTION).orElseThrow().generation()).isEqualTo(2);
        assertThat(ended.fired()).containsExactly(new TokensEnded(CONNECTION));
        assertThat(states()).isNotEmpty().allMatch(SecretState.REMOVED::equals);
    }

    @Test
    void theNamesStayForTheDayItOpensAgain() {
        InboundIdentity before = beans.identities.find(CONNECTION).orElseThrow();
        change(connection -> connection.withSetup(SetupType.BASIC, InboundMode.DIRECT));

        InboundIdentity after = beans.identities.find(CONNECTION).orElseThrow();
        assertThat(after.clientId()).isEqualTo(before.clientId());
        assertThat(after.userName()).isEqualTo(before.userName());
    }

    @Test
    void everyOtherChangeLeavesCallersAlone() {
        change(connection -> connection.withEnvironment(Environment.PRODUCTION));
        change(connection -> connection.withInstance(null));

        assertThat(beans.identities.find(CONNECTION).orElseThrow().generation()).isEqualTo(1);
        assertThat(ended.fired()).isEmpty();
        assertThat(states()).noneMatch(SecretState.REMOVED::equals);
    }

    private void change(UnaryOperator<Connection> change) {
        Connection before = Connections.basic();
        door.onChange(new ConnectionChanged(before, change.apply(before)));
    }

    private List<SecretState> states() {
        return Stream.of(InboundSecret.values())
                .flatMap(which -> beans.identities.versions(CONNECTION, which).stream())
                .map(SecretVersion::state)
                .toList();
    }
}
