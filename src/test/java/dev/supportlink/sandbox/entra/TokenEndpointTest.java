package dev.supportlink.sandbox.entra;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.supportlink.sandbox.Calls;
import dev.supportlink.sandbox.state.TurnableClock;
import jakarta.json.JsonObject;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenEndpointTest {

    private static final String GRAPH = "https://graph.microsoft.com";
    private static final String V1 = "/contoso.onmicrosoft.com/oauth2/token";
    private static final String V2 = "/contoso.onmicrosoft.com/oauth2/v2.0/token";

    private final TurnableClock clock = TurnableClock.at(Instant.parse("2026-03-01T10:00:00Z"));
    private final EntraSimulator entra = EntraSimulator.start(clock);
    private final Tenant tenant = entra.addTenant("Contoso", "contoso.onmicrosoft.com", "contoso.example");
    private final Application app = tenant.register("SupportLink");
    private final ClientSecret secret = app.addSecret("first", Duration.ofDays(180));
    private final Calls calls = Calls.to(entra.baseUri());

    @AfterEach
    void stop() {
        entra.close();
    }

    @Test
    void v1AnswersStringsAndV2Numbers() {
        JsonObject v1 = v1(secret.value()).json();
        JsonObject v2 = v2(secret.value()).json();

        assertThat(Integer.parseInt(v1.getString("expires_in"))).isBetween(3599, 5399);
        assertThat(v1.getString("resource")).isEqualTo(GRAPH);
        assertThat(Long.parseLong(v1.getString("expires_on")))
                .isGreaterThan(clock.instant().getEpochSecond());
        assertThat(v2.getInt("expires_in")).isBetween(3599, 5399);
        assertThat(v2.getString("token_type")).isEqualTo("Bearer");
        assertThat(v2).doesNotContainKey("refresh_token");
    }

    @Test
    void tokenCarriesTheGrantedRolesAndNoneWithoutConsent() throws ParseException {
        assertThat(claims(v1(secret.value())).getClaim("roles")).isNull();

        app.grant("Organization.Read.All", "ServiceHealth.Read.All");

        assertThat(claims(v1(secret.value())).getStringListClaim("roles"))
                .containsExactly("Organization.Read.All", "ServiceHealth.Read.All");
    }

    @Test
    void personsTokenNamesThePersonAndItsScope() throws ParseException {
        Application api = tenant.register("API").requestedAccessTokenVersion(2);
        Person person = new Person("99999999-1111-2222-3333-444444444444", "adele@contoso.example", "Incidents.Write");
        JWTClaimsSet claims = SignedJWT.parse(entra.personsToken(tenant, app, api.appId(), person))
                .getJWTClaimsSet();

        assertThat(claims.getClaim("scp")).isEqualTo("Incidents.Write");
        assertThat(claims.getClaim("oid")).isEqualTo(person.objectId());
        assertThat(claims.getClaim("azp")).isEqualTo(app.appId());
        assertThat(claims.getAudience()).containsExactly(api.appId());
        assertThat(claims.getClaim("roles")).isNull();
    }

    @Test
    void tokenForGraphIsOfVersionOneWhateverTheEndpoint() throws ParseException {
        JWTClaimsSet claims = claims(v2(secret.value()));

        assertThat(claims.getStringClaim("ver")).isEqualTo("1.0");
        assertThat(claims.getIssuer()).isEqualTo("https://sts.windows.net/" + tenant.id() + "/");
        assertThat(claims.getStringClaim("appid")).isEqualTo(app.appId());
        assertThat(claims.getStringClaim("appidacr")).isEqualTo("1");
        assertThat(claims.getStringClaim("oid")).isEqualTo(claims.getSubject()).isEqualTo(app.principalId());
        assertThat(claims.getAudience()).containsExactly(GRAPH);
        assertThat(claims.getClaim("scp")).isNull();
    }

    @Test
    void tokenForAnApiIsOfTheVersionThatApiWants() throws ParseException {
        Application api = tenant.register("Rest API")
                .identifierUris(List.of("api://rest"))
                .requestedAccessTokenVersion(2);

        JWTClaimsSet claims = claims(calls.form(V2, fields("scope", "api://rest/.default", secret.value())));

        assertThat(claims.getStringClaim("ver")).isEqualTo("2.0");
        assertThat(claims.getIssuer()).isEqualTo(entra.baseUri() + "/" + tenant.id() + "/v2.0");
        assertThat(claims.getAudience()).containsExactly(api.appId());
        assertThat(claims.getStringClaim("azp")).isEqualTo(app.appId());
        assertThat(claims.getClaim("appid")).isNull();
    }

    @Test
    void tenantMayBeNamedByIdOrByAnyOfItsDomainsInAnyLetterCase() {
        for (String name : List.of(tenant.id(), "contoso.example", "CONTOSO.onmicrosoft.com")) {
            Calls.Reply reply = calls.form("/" + name + "/oauth2/token", fields("resource", GRAPH, secret.value()));
            assertThat(reply.status()).as(name).isEqualTo(200);
        }
    }

    @Test
    void v2TakesTheClientByBasicToo() {
        Calls.Reply reply = calls.basic(app.appId(), secret.value())
                .form(V2, "grant_type", "client_credentials", "scope", GRAPH + "/.default");

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void wrongSecretIsRefusedInFull() {
        Calls.Reply reply = v1("not the secret");

        assertThat(reply.status()).isEqualTo(401);
        JsonObject body = reply.json();
        assertThat(body.getString("error")).isEqualTo("invalid_client");
        assertThat(body.getJsonArray("error_codes").getInt(0)).isEqualTo(7000215);
        assertThat(body.getString("timestamp")).isEqualTo("2026-03-01 10:00:00Z");
        assertThat(body.getString("error_description"))
                .startsWith("AADSTS7000215: ")
                .contains(app.appId(), "\r\nTrace ID: " + body.getString("trace_id"))
                .contains("\r\nCorrelation ID: " + body.getString("correlation_id"))
                .endsWith("\r\nTimestamp: 2026-03-01 10:00:00Z");
        assertThat(body.getString("error_uri")).endsWith("code=7000215");
    }

    @Test
    void v2DescriptionsAreSeparatedBySpacesAndNotEveryRefusalHasALookupPage() {
        app.principal(Application.Principal.DISABLED);

        JsonObject body = v2(secret.value()).json();

        assertThat(body.getString("error_description")).doesNotContain("\r\n").contains(" Trace ID: ");
        assertThat(body).doesNotContainKey("error_uri");
    }

    @Test
    void expiredSecretIsToldFromAWrongOne() {
        clock.forward(Duration.ofDays(181));

        assertRefused(v1(secret.value()), 401, 7000222, "invalid_client");
        assertRefused(v1("another"), 401, 7000215, "invalid_client");
    }

    @Test
    void removedSecretIsWrong() {
        assertThat(app.removeSecret(secret.keyId())).isTrue();

        assertRefused(v1(secret.value()), 401, 7000215, "invalid_client");
    }

    @Test
    void newSecretIsRefusedUntilItHasSpread() {
        entra.behaviour()
                .newSecretsWorkAfter(Duration.ofSeconds(18), Duration.ofSeconds(18))
                .refusalWhilePropagating(1);
        ClientSecret second = app.addSecret("second", Duration.ofDays(90));

        assertRefused(v1(second.value()), 401, 7000215, "invalid_client");
        assertThat(v1(secret.value()).status()).isEqualTo(200);
        clock.forward(Duration.ofSeconds(18));
        assertThat(v1(second.value()).status()).isEqualTo(200);
    }

    @Test
    void stateOfTheApplicationDecides() {
        assertRefused(
                calls.form(
                        V1,
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "00000000-1111-2222-3333-444444444444",
                        "client_secret",
                        "x",
                        "resource",
                        GRAPH),
                400,
                700016,
                "unauthorized_client");
        app.principal(Application.Principal.MISSING);
        assertRefused(v1(secret.value()), 401, 7000229, "invalid_client");
        app.principal(Application.Principal.DISABLED);
        assertRefused(v1(secret.value()), 400, 7000112, "unauthorized_client");
        app.principal(Application.Principal.ENABLED).blockedByConditionalAccess(true);
        assertRefused(v1(secret.value()), 400, 53003, "invalid_grant");
    }

    @Test
    void malformedRequestsAreRefusedByName() {
        assertRefused(calls.form(V1), 400, 900144, "invalid_request");
        assertRefused(calls.form(V1, "grant_type", "password"), 400, 70003, "unsupported_grant_type");
        assertRefused(
                calls.form(V1, "grant_type", "client_credentials", "client_id", app.appId(), "resource", GRAPH),
                401,
                7000218,
                "invalid_client");
        assertRefused(calls.get(V1), 400, 900561, "invalid_request");
        assertThat(calls.form(V1).json().getString("error_description")).contains("'grant_type'");
    }

    @Test
    void v2WantsOneResourceAsADefaultScope() {
        assertRefused(calls.form(V2, fields("resource", GRAPH, "x")), 400, 901002, "invalid_request");
        assertRefused(calls.form(V2, fields("scope", GRAPH + "/User.Read", "x")), 400, 1002012, "invalid_scope");
        assertRefused(calls.form(V2, fields("scope", "  ", "x")), 400, 70011, "invalid_scope");
        assertRefused(calls.form(V2, fields("scope", "a/.default b/.default", "x")), 400, 28002, "invalid_scope");
        assertRefused(
                calls.form(V2, fields("scope", "https://unknown.example/.default", secret.value())),
                400,
                500011,
                "invalid_resource");
    }

    @Test
    void unknownTenantsAreToldApart() {
        assertRefused(tokenOf("nobody.example"), 400, 90002, "invalid_request");
        assertRefused(tokenOf("no_domain"), 400, 900023, "invalid_request");
        assertRefused(tokenOf("common"), 400, 9001023, "invalid_request");
        tenant.elsewhere(true);
        assertRefused(tokenOf("contoso.example"), 400, 90038, "invalid_request");
    }

    @Test
    void loopsAreDetectedWhereAskedFor() {
        entra.behaviour().detectLoops(2, Duration.ofMinutes(5));

        v1(secret.value());
        v1(secret.value());
        assertRefused(v1(secret.value()), 400, 50196, "invalid_grant");
        clock.forward(Duration.ofMinutes(6));
        assertThat(v1(secret.value()).status()).isEqualTo(200);
    }

    @Test
    void anyRefusalCanBeOrdered() {
        entra.faults().on("/", entra.refusal(Aadsts.TENANT_THROTTLED, "contoso"));

        assertRefused(v1(secret.value()), 429, 90055, "temporarily_unavailable");
        assertThat(v1(secret.value()).status()).isEqualTo(200);
    }

    @Test
    void stateOutlivesTheProcess() {
        app.grant("Domain.Read.All").redirectUris(List.of("https://a.example/oauth_redirect.do"));
        String token = v1(secret.value()).json().getString("access_token");
        JsonObject saved = entra.save();
        try (EntraSimulator second = EntraSimulator.start(clock)) {
            second.restore(saved);

            assertThat(second.save()).isEqualTo(saved);
            assertThat(second.accessTokens().check(token, GRAPH::equals).roles())
                    .containsExactly("Domain.Read.All");
            assertThat(Calls.to(second.baseUri())
                            .form(V1, fields("resource", GRAPH, secret.value()))
                            .status())
                    .isEqualTo(200);
        }
    }

    private Calls.Reply v1(String value) {
        return calls.form(V1, fields("resource", GRAPH, value));
    }

    private Calls.Reply v2(String value) {
        return calls.form(V2, fields("scope", GRAPH + "/.default", value));
    }

    private Calls.Reply tokenOf(String name) {
        return calls.form("/" + name + "/oauth2/token", fields("resource", GRAPH, secret.value()));
    }

    private String[] fields(String target, String name, String value) {
        return new String[] {
            "grant_type", "client_credentials", "client_id", app.appId(), "client_secret", value, target, name
        };
    }

    private static JWTClaimsSet claims(Calls.Reply reply) throws ParseException {
        return SignedJWT.parse(reply.json().getString("access_token")).getJWTClaimsSet();
    }

    private static void assertRefused(Calls.Reply reply, int status, int code, String error) {
        assertThat(reply.body()).contains("AADSTS" + code + ":");
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().getJsonArray("error_codes").getInt(0)).isEqualTo(code);
        assertThat(reply.json().getString("error")).isEqualTo(error);
    }
}
