package dev.supportlink.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.supportlink.access.NotAllowed;
import dev.supportlink.access.Role;
import dev.supportlink.access.RoleGrant;
import dev.supportlink.access.SignedIn;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionNotFound;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.connection.SetupType;
import dev.supportlink.inbound.InboundBeans;
import dev.supportlink.inbound.InboundIdentity;
import dev.supportlink.platform.problem.ProblemType;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.setup.CompletionSheet.Field;
import dev.supportlink.testing.Connections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Compares with design section 3 and the guide's list of the tab Repositories. */
class CompletionSheetDeskTest {

    private static final String API = "aaaaaaaa-2222-3333-4444-555555555555";
    private static final String USER = "bbbbbbbb-2222-3333-4444-555555555555";
    private static final Connection BASIC = Connections.basic();
    private static final Connection DIRECT = BASIC.withSetup(SetupType.BASIC, InboundMode.DIRECT);
    private static final Connection ENTRA = BASIC.withSetup(SetupType.ENTRA, InboundMode.GATEWAY)
            .withRestApplications(new RestApplications(API, null, USER));
    private static final Connection INSIGHTS = BASIC.withSetup(SetupType.INSIGHTS_ONLY, InboundMode.GATEWAY);
    private static final SignedIn TENANT_ADMIN = user(Role.M365_ADMIN);

    private final InboundBeans inbound = new InboundBeans();
    private final SheetDesk beans = new SheetDesk(inbound.identities());

    @Test
    void basicShowsTheClientAndUserOfTheGateway() {
        CompletionSheet sheet = sheet(BASIC);
        InboundIdentity ours = inbound.identities().find(BASIC.id()).orElseThrow();

        assertThat(sheet.fields())
                .extracting(Field::name, Field::portalTab, Field::portalLabel, Field::value, Field::secret)
                .containsExactly(
                        tuple(
                                "outboundAppId",
                                "Basic information",
                                "Application ID to issue Auth Token",
                                Connections.CLIENT_ID,
                                false),
                        tuple("repositoryId", "Repositories", "Repository", BASIC.id(), false),
                        tuple("endpoint", "Repositories", "Endpoint", "https://link.example", false),
                        tuple("authenticationType", "Repositories", "Authentication type", "Basic Auth", false),
                        tuple("clientId", "Repositories", "Client ID", ours.clientId(), false),
                        tuple("clientSecret", "Repositories", "Client secret", null, true),
                        tuple("refreshTokenExpiry", "Repositories", "Refresh token expiry", "864000", false),
                        tuple("restUsername", "Repositories", "Rest username", ours.userName(), false),
                        tuple("restPassword", "Repositories", "Rest user password", null, true));
        assertThat(sheet.refreshTokenExpiry()).isEqualTo(864_000L);
        assertThat(sheet.clientId()).isEqualTo(ours.clientId());
    }

    @Test
    void withoutAnInstanceTheSheetIsTheSame() {
        CompletionSheet sheet = sheet(Connections.withoutInstance());

        assertThat(sheet.endpoint()).isEqualTo("https://link.example");
        assertThat(sheet.authenticationType()).isEqualTo("Basic Auth");
        assertThat(sheet.fields()).hasSize(9);
    }

    @Test
    void directShowsTheInstanceCredentialItself() {
        CompletionSheet sheet = sheet(DIRECT);

        assertThat(sheet.endpoint()).isEqualTo("https://contoso.service-now.com");
        assertThat(sheet.authenticationType()).isEqualTo("Basic Auth");
        assertThat(sheet.clientId()).isEqualTo("client");
        assertThat(sheet.restUsername()).isEqualTo("supportlink.user");
        assertThat(sheet.refreshTokenExpiry()).isEqualTo(864_000L);
        assertThat(names(sheet))
                .containsExactly(
                        "outboundAppId",
                        "repositoryId",
                        "endpoint",
                        "authenticationType",
                        "clientId",
                        "clientSecret",
                        "refreshTokenExpiry",
                        "restUsername",
                        "restPassword");
    }

    @Test
    void entraShowsTheTwoApplicationsAndNoExpiry() {
        CompletionSheet gateway = sheet(ENTRA);
        CompletionSheet direct = new SheetDesk(inbound.identities())
                .with(ENTRA.withSetup(SetupType.ENTRA, InboundMode.DIRECT))
                .desk
                .sheet(ENTRA.id());

        assertThat(gateway.authenticationType()).isEqualTo("AAD Auth");
        assertThat(gateway.clientId()).isEqualTo(API);
        assertThat(gateway.restUsername()).isEqualTo(USER);
        assertThat(gateway.refreshTokenExpiry()).isNull();
        assertThat(gateway.endpoint()).isEqualTo("https://link.example");
        assertThat(names(gateway))
                .containsExactly(
                        "outboundAppId",
                        "repositoryId",
                        "endpoint",
                        "authenticationType",
                        "clientId",
                        "clientSecret",
                        "restUsername",
                        "restPassword");
        assertThat(direct.endpoint()).isEqualTo("https://contoso.service-now.com");
        assertThat(direct.clientId()).isEqualTo(API);
    }

    @Test
    void insightsOnlyShowsWordsThatNobodyReads() {
        CompletionSheet sheet = sheet(INSIGHTS);

        assertThat(sheet.fields())
                .extracting(Field::name, Field::value, Field::secret)
                .containsExactly(
                        tuple("outboundAppId", Connections.CLIENT_ID, false),
                        tuple("repositoryId", BASIC.id(), false),
                        tuple("endpoint", "https://link.example", false),
                        tuple("authenticationType", "AAD Auth", false),
                        tuple("clientId", "ignored", false),
                        tuple("restUsername", "ignored", false),
                        tuple("restPassword", "ignored", false));
        assertThat(sheet.refreshTokenExpiry()).isNull();
    }

    @Test
    void valuesOfTheGatewayAreMadeWhenTheyAreAskedFor() {
        beans.with(BASIC);
        assertThatThrownBy(() -> ask(SheetValue.CLIENT_SECRET, TENANT_ADMIN)).isInstanceOf(StepBlocked.class);

        beans.done(StepId.INBOUND_CLIENT);
        Secret first = ask(SheetValue.CLIENT_SECRET, TENANT_ADMIN);
        Secret second = ask(SheetValue.CLIENT_SECRET, TENANT_ADMIN);

        assertThat(first).isNotEqualTo(second);
        assertThatThrownBy(() -> ask(SheetValue.REST_PASSWORD, TENANT_ADMIN)).isInstanceOf(StepBlocked.class);
        beans.done(StepId.INTEGRATION_USER);
        assertThat(ask(SheetValue.REST_PASSWORD, TENANT_ADMIN).reveal()).hasSize(43);
        assertThat(beans.audit.lines())
                .containsExactly(
                        "somebody sheet-value-made {name=clientSecret}",
                        "somebody sheet-value-made {name=clientSecret}",
                        "somebody sheet-value-made {name=restPassword}");
    }

    @Test
    void directShowsEachStoredValueOnce() {
        beans.with(DIRECT)
                .entered(DIRECT, SecretKind.INSTANCE_CLIENT_SECRET, "client secret")
                .entered(DIRECT, SecretKind.INSTANCE_USER_PASSWORD, "password");
        assertThatThrownBy(() -> ask(SheetValue.CLIENT_SECRET, TENANT_ADMIN)).isInstanceOf(StepBlocked.class);
        beans.done(StepId.INBOUND_CLIENT, StepId.INTEGRATION_USER);

        assertThat(ask(SheetValue.CLIENT_SECRET, TENANT_ADMIN).reveal()).isEqualTo("client secret");
        assertThat(ask(SheetValue.REST_PASSWORD, TENANT_ADMIN).reveal()).isEqualTo("password");
        assertShown(SheetValue.CLIENT_SECRET, "inbound-client");
        assertShown(SheetValue.REST_PASSWORD, "integration-user");

        beans.entered(DIRECT, SecretKind.INSTANCE_USER_PASSWORD, "new password");
        assertThat(ask(SheetValue.REST_PASSWORD, TENANT_ADMIN).reveal()).isEqualTo("new password");
        assertShown(SheetValue.REST_PASSWORD, "integration-user");
        assertThat(beans.audit.lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("somebody sheet-value-shown")
                        .doesNotContain("password}")
                        .doesNotContain("client secret"));
    }

    @Test
    void entraShowsTheSecretsOfTheApplications() {
        beans.with(ENTRA)
                .entered(ENTRA, SecretKind.REST_API_CLIENT_SECRET, "of the API")
                .entered(ENTRA, SecretKind.REST_USER_CLIENT_SECRET, "of the user")
                .done(StepId.TENANT_DOMAIN, StepId.REST_API_APPLICATION);

        assertThat(ask(SheetValue.CLIENT_SECRET, TENANT_ADMIN).reveal()).isEqualTo("of the API");
        assertThatThrownBy(() -> ask(SheetValue.REST_PASSWORD, TENANT_ADMIN))
                .isInstanceOf(StepBlocked.class)
                .hasMessageContaining("rest-user-application");
        beans.done(StepId.REST_USER_APPLICATION);
        assertThat(ask(SheetValue.REST_PASSWORD, TENANT_ADMIN).reveal()).isEqualTo("of the user");
        assertShown(SheetValue.REST_PASSWORD, "rest-user-application");
    }

    @Test
    void aValueStoredForAnotherInstanceIsNotShown() {
        beans.with(DIRECT).done(StepId.INBOUND_CLIENT);
        beans.vault.store(
                DIRECT.id(), SecretKind.INSTANCE_CLIENT_SECRET, "https://old.example", Secret.of("old"), null);

        assertThatThrownBy(() -> ask(SheetValue.CLIENT_SECRET, TENANT_ADMIN))
                .isInstanceOf(StepBlocked.class)
                .hasMessageContaining("inbound-client");
        assertThat(beans.audit.lines()).isEmpty();
    }

    @Test
    void insightsOnlyHasNoSecretToShow() {
        beans.with(INSIGHTS);

        assertThatThrownBy(() -> ask(SheetValue.CLIENT_SECRET, TENANT_ADMIN))
                .isInstanceOf(SheetValueNotFound.class)
                .hasMessageContaining("insights only");
    }

    @Test
    void onlyTheTenantAdminOrAnOperatorIsShownAValue() {
        beans.with(BASIC).done(StepId.INBOUND_CLIENT);

        for (Role other : List.of(Role.SERVICENOW_ADMIN, Role.ENTRA_ADMIN, Role.AUDITOR, Role.ADMINISTRATOR)) {
            assertThatThrownBy(() -> ask(SheetValue.CLIENT_SECRET, user(other)))
                    .as(other.word())
                    .isInstanceOf(NotAllowed.class);
        }
        SignedIn elsewhere = new SignedIn("somebody", Set.of(new RoleGrant(Role.M365_ADMIN, "another")));
        assertThatThrownBy(() -> ask(SheetValue.CLIENT_SECRET, elsewhere)).isInstanceOf(ConnectionNotFound.class);
        assertThat(ask(SheetValue.CLIENT_SECRET, user(Role.OPERATOR)).reveal()).hasSize(43);
    }

    private void assertShown(SheetValue which, String step) {
        assertThatThrownBy(() -> ask(which, TENANT_ADMIN)).isInstanceOfSatisfying(SheetValueShown.class, shown -> {
            assertThat(shown.type()).isEqualTo(ProblemType.CONFLICT);
            assertThat(shown).hasMessageContaining(step);
        });
    }

    private Secret ask(SheetValue which, SignedIn user) {
        return beans.desk.makeValue(BASIC.id(), which, user);
    }

    private CompletionSheet sheet(Connection connection) {
        return beans.with(connection).desk.sheet(connection.id());
    }

    private static List<String> names(CompletionSheet sheet) {
        return sheet.fields().stream().map(Field::name).toList();
    }

    private static SignedIn user(Role role) {
        return new SignedIn("somebody", Set.of(new RoleGrant(role, null)));
    }
}
