package dev.supportlink.inbound.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.platform.text.Ids;
import dev.supportlink.sandbox.Calls;
import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.entra.Person;
import dev.supportlink.sandbox.entra.Tenant;
import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.CallerAtMicrosoft;
import dev.supportlink.testing.Evaluation;
import dev.supportlink.testing.LibertyProcess;
import dev.supportlink.testing.OutsideWorld;
import dev.supportlink.testing.PostgresNodes;
import dev.supportlink.testing.Waiting;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tokens that the simulated Entra ID issues, at a real server. Connections become of type entra by their rows: tokens of
 * both versions are looked at here, and the plan takes version 1 only.
 */
class EntraBearerIT {

    private static final String TABLE = "/api/now/table/incident";
    private static final String REFUSAL = "{\"error\":{\"message\":\"User Not Authenticated\","
            + "\"detail\":\"Required to provide Auth information\"},\"status\":\"failure\"}";

    private static PostgresNodes nodes;
    private static LibertyProcess server;
    private static AdminClient admin;

    @BeforeAll
    static void start() {
        nodes = PostgresNodes.open();
        server = nodes.node("entra-bearer")
                .setting("supportlink.inbound.entra.key-refresh-gap", "PT1S")
                .start();
        admin = nodes.admin(server);
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @ParameterizedTest
    @EnumSource(TokenVersion.class)
    void tokenOfTheRegisteredApplicationReadsAndCreates(TokenVersion version) {
        Party party = Party.registered("reads and creates by " + version, version);
        String token = party.token();

        HttpResponse<String> made = post(token, "{\"short_description\":\"by " + version + "\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonObject incident = CallerAtMicrosoft.json(made.body()).getJsonObject("result");
        assertThat(incident.getString("sys_created_by"))
                .isEqualTo(party.caller().appId());

        HttpResponse<String> list = get(token, TABLE);
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains(incident.getString("sys_id"));
        assertThat(list.headers().firstValue("X-Total-Count")).contains("1");
    }

    @Test
    void tokenForAnIdentifierUriIsAccepted() {
        Party party = Party.registered("identifier URI", TokenVersion.V1);

        assertThat(get(party.tokenFor(party.uri()), TABLE).statusCode()).isEqualTo(200);
    }

    @Test
    void callerSeesItsOwnConnectionOnly() {
        Party one = Party.registered("one of two", TokenVersion.V1);
        Party other = Party.registered("the other of two", TokenVersion.V1);
        String sysId = CallerAtMicrosoft.json(
                        post(one.token(), "{\"short_description\":\"hidden\"}").body())
                .getJsonObject("result")
                .getString("sys_id");

        assertThat(get(one.token(), TABLE + "/" + sysId).statusCode()).isEqualTo(200);
        assertThat(get(other.token(), TABLE + "/" + sysId).statusCode()).isEqualTo(404);
        assertThat(get(other.token(), TABLE).body()).doesNotContain(sysId);
    }

    @ParameterizedTest
    @EnumSource(TokenVersion.class)
    void personsTokenIsRefusedAndTheReasonAudited(TokenVersion version) {
        Party party = Party.registered("person by " + version, version);
        Person person = new Person(Ids.next(), "adele@contoso.example", "user_impersonation");
        String token = OutsideWorld.world()
                .entra()
                .personsToken(party.tenant(), party.caller(), party.api().appId(), person);

        assertRefused(token);

        String path = "/admin/v1/audit-events?action=caller-refused&connection=" + party.connectionId();
        Waiting.until(
                Duration.ofSeconds(5),
                "the audited reason",
                () -> admin.get(path).expect(200).text().contains("persons-token"));
    }

    @Test
    void tokenForAnotherApiIsRefused() {
        Party party = Party.registered("another API", TokenVersion.V2);
        Application other = party.tenant().register("another API").requestedAccessTokenVersion(2);

        assertRefused(party.tokenFor(other.appId()));
    }

    @Test
    void tokenOfAnotherApplicationIsRefused() {
        Party party = Party.registered("another application", TokenVersion.V2);
        Application other = party.tenant().register("another application");
        String secret = other.addSecret("first", Duration.ofDays(1)).value();

        assertRefused(token(party.tenant(), other, secret, party.api().appId()));
    }

    @Test
    void tokenOfAnotherTenantIsRefused() {
        Tenant fabrikam =
                OutsideWorld.world().entra().addTenant("Fabrikam", Ids.next().substring(0, 12) + ".example");
        Application api = fabrikam.register("API");
        Application caller = fabrikam.register("caller");
        String secret = caller.addSecret("first", Duration.ofDays(1)).value();
        int before = OutsideWorld.world().entra().requests().count("GET", "/" + fabrikam.id());

        assertRefused(token(fabrikam, caller, secret, api.appId()));
        assertThat(OutsideWorld.world().entra().requests().count("GET", "/" + fabrikam.id()))
                .as("questions about a tenant nobody registered")
                .isEqualTo(before);
    }

    @Test
    void anotherSetupTypeEndsTheTokensWithinFiveSeconds() {
        Party party = Party.registered("changes its type", TokenVersion.V1);
        String token = party.token();
        assertThat(get(token, TABLE).statusCode()).isEqualTo(200);

        nodes.update("update connection set setup_type = 'insights-only' where id = ?", party.connectionId());

        Waiting.until(
                Duration.ofSeconds(5),
                "the token is refused",
                () -> get(token, TABLE).statusCode() == 401);
        assertRefused(token);
    }

    @Test
    void tokenOfANewKeyIsAccepted() {
        Party party = Party.registered("new key", TokenVersion.V2);
        assertThat(get(party.token(), TABLE).statusCode()).isEqualTo(200);

        OutsideWorld.world().entra().rotateSigningKey();
        String token = party.token();

        Waiting.until(
                Duration.ofSeconds(10),
                "the new key is known",
                () -> get(token, TABLE).statusCode() == 200);
    }

    private static void assertRefused(String token) {
        HttpResponse<String> answer = get(token, TABLE);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(REFUSAL);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"SupportLink\"");
    }

    private static HttpResponse<String> get(String token, String path) {
        return server.server().send(request(token, path).GET().build());
    }

    private static HttpResponse<String> post(String token, String body) {
        return server.server()
                .send(request(token, TABLE)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static HttpRequest.Builder request(String token, String path) {
        return server.server()
                .request(path)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private static String token(Tenant tenant, Application caller, String secret, String api) {
        return Calls.to(OutsideWorld.world().entra().baseUri())
                .form(
                        "/" + tenant.id() + "/oauth2/token",
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        caller.appId(),
                        "client_secret",
                        secret,
                        "resource",
                        api)
                .json()
                .getString("access_token");
    }

    /** A connection of type entra and the two applications that its tenant's admin registered. */
    private record Party(
            String connectionId, Tenant tenant, Application api, String uri, Application caller, String secret) {

        static Party registered(String name, TokenVersion version) {
            Tenant tenant = OutsideWorld.world().tenant();
            String uri = "api://" + Ids.next();
            Application api = tenant.register("API of " + name)
                    .requestedAccessTokenVersion(version == TokenVersion.V1 ? 1 : 2)
                    .identifierUris(List.of(uri));
            Application caller = tenant.register("caller of " + name);
            String secret = caller.addSecret("first", Duration.ofDays(1)).value();
            Party party = new Party(Evaluation.connection(admin, name), tenant, api, uri, caller, secret);
            party.store();
            return party;
        }

        String token() {
            return tokenFor(api.appId());
        }

        String tokenFor(String resource) {
            return EntraBearerIT.token(tenant, caller, secret, resource);
        }

        private void store() {
            nodes.update(
                    "update connection set setup_type = 'entra', tenant_id = ?, cloud = 'global' where id = ?",
                    tenant.id(),
                    connectionId);
            nodes.update(
                    "insert into entra_caller (connection_id, tenant_id, rest_api_client_id, rest_user_client_id)"
                            + " values (?, ?, ?, ?)",
                    connectionId,
                    tenant.id(),
                    api.appId(),
                    caller.appId());
            audience(0, api.appId());
            audience(1, uri);
        }

        private void audience(int place, String audience) {
            nodes.update(
                    "insert into entra_audience (id, connection_id, place, tenant_id, audience, rest_user_client_id)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    Ids.next(),
                    connectionId,
                    place,
                    tenant.id(),
                    audience,
                    caller.appId());
        }

        @Override
        public String toString() {
            return "Party[" + connectionId + "]";
        }
    }
}
