package dev.supportlink.setup;

import static dev.supportlink.setup.StepId.COMPLETE_INTEGRATION;
import static dev.supportlink.setup.StepId.ENTRA_APPLICATION;
import static dev.supportlink.setup.StepId.INBOUND_CLIENT;
import static dev.supportlink.setup.StepId.INSTANCE_ACCESS;
import static dev.supportlink.setup.StepId.INTEGRATION_USER;
import static dev.supportlink.setup.StepId.LINK_ACCOUNT;
import static dev.supportlink.setup.StepId.OIDC_PROVIDER;
import static dev.supportlink.setup.StepId.OUTBOUND_PROVIDER;
import static dev.supportlink.setup.StepId.REST_API_APPLICATION;
import static dev.supportlink.setup.StepId.REST_USER_APPLICATION;
import static dev.supportlink.setup.StepId.TEST_CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionChanged;
import dev.supportlink.connection.Environment;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.Tenant;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.testing.Connections;
import java.net.URI;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The list of design section 5: which value re-opens which steps. */
class StepReopenerTest {

    @Test
    void anotherTenantDomain() {
        assertThat(after(connection -> connection.withTenant(
                        new Tenant("fabrikam.com", "0a0b0c0d-1111-2222-3333-444455557777", Cloud.GLOBAL))))
                .containsExactlyInAnyOrder(
                        ENTRA_APPLICATION, OUTBOUND_PROVIDER, COMPLETE_INTEGRATION, TEST_CONNECTION, LINK_ACCOUNT);
    }

    @Test
    void aTenantDomainThatIsNotResolvedYet() {
        assertThat(after(connection -> connection.withTenant(new Tenant("fabrikam.com", null, null))))
                .contains(StepId.TENANT_DOMAIN);
    }

    @Test
    void anotherInstance() {
        assertThat(after(connection ->
                        connection.withInstance(new Instance(URI.create("https://other.service-now.com")))))
                .containsExactlyInAnyOrder(
                        ENTRA_APPLICATION, INBOUND_CLIENT, INTEGRATION_USER, INSTANCE_ACCESS, TEST_CONNECTION);
    }

    @Test
    void anotherEntraClientId() {
        assertThat(after(connection -> connection.withEntraClientId("99999999-2222-3333-4444-555555555555")))
                .containsExactlyInAnyOrder(OUTBOUND_PROVIDER, COMPLETE_INTEGRATION, TEST_CONNECTION);
    }

    @Test
    void anotherInstanceAccount() {
        assertThat(after(connection -> connection.withInstance(
                        new Instance(URI.create("https://contoso.service-now.com"), "client", "another", false))))
                .containsExactlyInAnyOrder(INSTANCE_ACCESS, TEST_CONNECTION);
    }

    @Test
    void environmentAndNameReopenNothing() {
        assertThat(after(connection -> connection.withEnvironment(Environment.PRODUCTION)))
                .isEmpty();
        assertThat(after(connection -> connection.withName("renamed"))).isEmpty();
    }

    @Test
    void newSecretsReopenWhatProvedTheOldOnes() {
        assertThat(StepReopener.dependents(SecretKind.OUTBOUND_CLIENT_SECRET)).containsExactly(TEST_CONNECTION);
        assertThat(StepReopener.dependents(SecretKind.INSTANCE_CLIENT_SECRET))
                .containsExactly(INSTANCE_ACCESS, TEST_CONNECTION);
        assertThat(StepReopener.dependents(SecretKind.INSTANCE_USER_PASSWORD))
                .containsExactly(INSTANCE_ACCESS, TEST_CONNECTION);
    }

    @Test
    void anotherRestApiApplication() {
        assertThat(afterInEntra(connection -> connection.withRestApplications(
                        connection.restApplications().withApi("99999999-2222-3333-4444-555555555555", null))))
                .containsExactlyInAnyOrder(
                        OIDC_PROVIDER, INTEGRATION_USER, INSTANCE_ACCESS, COMPLETE_INTEGRATION, TEST_CONNECTION);
    }

    @Test
    void anotherNameOfTheRestApiApplicationReopensNothing() {
        String api = Connections.entra().restApplications().apiClientId();

        assertThat(afterInEntra(connection -> connection.withRestApplications(
                        connection.restApplications().withApi(api, "api://another"))))
                .isEmpty();
    }

    @Test
    void anotherRestUserApplication() {
        assertThat(afterInEntra(connection -> connection.withRestApplications(
                        connection.restApplications().withUser("99999999-2222-3333-4444-555555555555"))))
                .containsExactlyInAnyOrder(INTEGRATION_USER, INSTANCE_ACCESS, COMPLETE_INTEGRATION, TEST_CONNECTION);
    }

    @Test
    void anotherTenantEndsBothApplications() {
        assertThat(afterInEntra(connection -> connection.withTenant(new Tenant("fabrikam.com", null, null))))
                .contains(
                        REST_API_APPLICATION, OIDC_PROVIDER, REST_USER_APPLICATION, INTEGRATION_USER, INSTANCE_ACCESS);
    }

    @Test
    void anotherInstanceNeedsItsOwnProvider() {
        assertThat(afterInEntra(connection ->
                        connection.withInstance(new Instance(URI.create("https://other.service-now.com")))))
                .contains(OIDC_PROVIDER, INTEGRATION_USER, INSTANCE_ACCESS)
                .doesNotContain(REST_API_APPLICATION, REST_USER_APPLICATION);
    }

    @Test
    void newSecretsOfTheSheetAreEnteredAgain() {
        assertThat(StepReopener.dependents(SecretKind.REST_API_CLIENT_SECRET))
                .containsExactlyInAnyOrder(COMPLETE_INTEGRATION, TEST_CONNECTION);
        assertThat(StepReopener.dependents(SecretKind.REST_USER_CLIENT_SECRET))
                .containsExactlyInAnyOrder(INSTANCE_ACCESS, COMPLETE_INTEGRATION, TEST_CONNECTION);
    }

    private static Set<StepId> afterInEntra(UnaryOperator<Connection> change) {
        Connection before = Connections.entra();
        return StepReopener.dependents(new ConnectionChanged(before, change.apply(before)));
    }

    private static Set<StepId> after(UnaryOperator<Connection> change) {
        Connection before = Connections.basic();
        return StepReopener.dependents(new ConnectionChanged(before, change.apply(before)));
    }
}
