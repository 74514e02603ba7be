package dev.supportlink.inbound.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionChanged;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.connection.SetupType;
import dev.supportlink.connection.Tenant;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.testing.Connections;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntraCallersTest {

    private static final EntraCaller CALLER =
            new EntraCaller(EntraSide.API, List.of(EntraSide.API_URI), EntraSide.USER);

    private final EntraBeans beans = new EntraBeans();

    @Test
    void registeredCallerIsFoundAndMayBeRegisteredAgain() {
        beans.callers.register(beans.connectionId, CALLER);

        assertThat(beans.callers.find(beans.connectionId)).contains(CALLER);
    }

    @Test
    void callerOfAnotherConnectionIsRefusedByFieldWithoutNamingTheOther() {
        Connection other = Connections.complete("fedcba9876543210fedcba9876543210");
        beans.connections.add(other);

        EntraCallerTaken taken =
                catchThrowableOfType(EntraCallerTaken.class, () -> beans.callers.register(other.id(), CALLER));

        assertThat(taken.errors()).singleElement().extracting("field").isEqualTo("clientId");
        assertThat(taken.getMessage()).doesNotContain(beans.connectionId);
    }

    @Test
    void connectionWithoutResolvedTenantTakesNoCaller() {
        beans.change(connection -> connection.withTenant(new Tenant("fabrikam.onmicrosoft.com", null, null)));

        assertThatThrownBy(() -> beans.callers.register(beans.connectionId, CALLER))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("tenantDomain");
    }

    @Test
    void anotherTenantForgetsTheCaller() {
        Connection before = beans.connections.get(beans.connectionId);
        Tenant other = new Tenant("fabrikam.onmicrosoft.com", "dddddddd-1111-2222-3333-444444444444", Cloud.GLOBAL);

        beans.callers.onChange(new ConnectionChanged(before, before.withName("renamed")));
        assertThat(beans.callers.find(beans.connectionId)).isPresent();

        beans.callers.onChange(new ConnectionChanged(before, before.withTenant(other)));
        assertThat(beans.callers.find(beans.connectionId)).isEmpty();
    }

    @Test
    void registrationFollowsTheDefinition() {
        Connection none = Connections.entra().withRestApplications(RestApplications.NONE);
        Connection half = none.withRestApplications(RestApplications.NONE.withApi(EntraSide.API, EntraSide.API_URI));
        Connection whole =
                Connections.entra().withRestApplications(half.restApplications().withUser(EntraSide.USER));
        Connection other = whole.withRestApplications(whole.restApplications().withUser(Connections.CLIENT_ID));
        beans.callers.remove(beans.connectionId);

        beans.callers.follow(half);
        assertThat(beans.callers.find(beans.connectionId)).isEmpty();

        beans.callers.follow(whole);
        assertThat(beans.callers.find(beans.connectionId)).contains(CALLER);

        change(whole, whole.withName("renamed"));
        assertThat(beans.callers.find(beans.connectionId)).contains(CALLER);

        change(whole, other);
        assertThat(beans.callers.find(beans.connectionId))
                .as("named, but not proven yet")
                .isEmpty();

        beans.callers.follow(other);
        assertThat(beans.callers.find(beans.connectionId))
                .map(EntraCaller::restUserClientId)
                .contains(Connections.CLIENT_ID);
    }

    @Test
    void anotherModeOrTypeLetsNobodyIn() {
        Connection whole = Connections.entra();
        Connection direct = whole.withSetup(SetupType.ENTRA, InboundMode.DIRECT);
        beans.callers.follow(whole);

        change(whole, direct);
        assertThat(beans.callers.find(beans.connectionId)).isEmpty();
        beans.callers.follow(direct);
        assertThat(beans.callers.find(beans.connectionId)).isEmpty();

        beans.callers.follow(whole);
        change(whole, whole.withSetup(SetupType.BASIC, InboundMode.GATEWAY));
        assertThat(beans.callers.find(beans.connectionId)).isEmpty();
    }

    @Test
    void applicationsOfAnotherConnectionAreRefused() {
        Connection other = beans.connections.get(beans.connectionId);
        Connection taken = Connections.complete("fedcba9876543210fedcba9876543210")
                .withSetup(SetupType.ENTRA, InboundMode.GATEWAY)
                .withRestApplications(new RestApplications(EntraSide.API, null, EntraSide.USER));

        assertThatThrownBy(() -> beans.callers.follow(taken)).isInstanceOf(EntraCallerTaken.class);
        assertThat(beans.callers.find(other.id())).contains(CALLER);
    }

    private void change(Connection before, Connection after) {
        beans.callers.onChange(new ConnectionChanged(before, after));
    }

    @Test
    void guidsAreKeptInLowerCaseAndUrisOnce() {
        EntraCaller typed = new EntraCaller(
                " " + EntraSide.API.toUpperCase(Locale.ROOT),
                List.of("api://One", "api://One"),
                EntraSide.USER.toUpperCase(Locale.ROOT) + "\n");

        assertThat(typed).isEqualTo(new EntraCaller(EntraSide.API, List.of("api://One"), EntraSide.USER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "aaaaaaaa-1111-2222-3333-44444444444", "aaaaaaaa1111222233334444444444444444"})
    void clientIdsAreGuids(String text) {
        assertThatThrownBy(() -> new EntraCaller(text, List.of(), EntraSide.USER))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("restApiClientId");
        assertThatThrownBy(() -> new EntraCaller(EntraSide.API, List.of(), text))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("restUserClientId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "supportlink", EntraSide.API, "api://a b", "/path"})
    void identifierUrisAreUris(String text) {
        assertThatThrownBy(() -> new EntraCaller(EntraSide.API, List.of(text), EntraSide.USER))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("identifierUris");
    }

    @Test
    void identifierUrisAreBounded() {
        List<String> many = Collections.nCopies(51, "").stream()
                .map(unused -> "api://" + java.util.UUID.randomUUID())
                .toList();

        assertThatThrownBy(() -> new EntraCaller(EntraSide.API, many, EntraSide.USER))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new EntraCaller(EntraSide.API, List.of("api://" + "a".repeat(250)), EntraSide.USER))
                .isInstanceOf(InvalidInput.class);
    }
}
