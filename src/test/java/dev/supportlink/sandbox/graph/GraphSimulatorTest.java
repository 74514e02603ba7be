package dev.supportlink.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.supportlink.sandbox.Calls;
import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.entra.ClientSecret;
import dev.supportlink.sandbox.entra.EntraSimulator;
import dev.supportlink.sandbox.entra.Tenant;
import dev.supportlink.sandbox.state.TurnableClock;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GraphSimulatorTest {

    private static final String ISSUES = "/v1.0/admin/serviceAnnouncement/issues";

    private final TurnableClock clock = TurnableClock.at(Instant.parse("2026-03-01T10:00:00Z"));
    private final EntraSimulator entra = EntraSimulator.start(clock);
    private final GraphSimulator graph = GraphSimulator.start(entra, clock);
    private final Tenant tenant = entra.addTenant("Contoso", "contoso.onmicrosoft.com", "contoso.example");
    private final Application app = tenant.register("SupportLink");
    private final ClientSecret secret = app.addSecret("first", Duration.ofDays(180));

    @AfterEach
    void stop() {
        graph.close();
        entra.close();
    }

    @Test
    void organizationNamesTheVerifiedDomains() {
        JsonObject organization = signedIn("Organization.Read.All")
                .get("/v1.0/organization")
                .items()
                .get(0);

        assertThat(organization.getString("id")).isEqualTo(tenant.id());
        assertThat(organization.getJsonArray("verifiedDomains").getValuesAs(JsonObject.class))
                .extracting(domain -> domain.getString("name"), domain -> domain.getBoolean("isInitial"))
                .containsExactly(tuple("contoso.onmicrosoft.com", true), tuple("contoso.example", false));
    }

    @Test
    void missingConsentIsForbiddenAndNotUnauthenticated() {
        Calls.Reply reply = signedIn().with("client-request-id", "mine").get("/v1.0/organization");

        assertThat(reply.status()).isEqualTo(403);
        JsonObject error = reply.json().getJsonObject("error");
        assertThat(error.getString("code")).isEqualTo("Authorization_RequestDenied");
        assertThat(error.getJsonObject("innerError").getString("request-id")).isEqualTo(reply.header("request-id"));
        assertThat(error.getJsonObject("innerError").getString("client-request-id"))
                .isEqualTo("mine");
        assertThat(error.getJsonObject("innerError").getString("date")).isEqualTo("2026-03-01T10:00:00");
    }

    @Test
    void userReadOnlySeesLessOfTheOrganization() {
        JsonObject organization =
                signedIn("User.Read.All").get("/v1.0/organization").items().get(0);

        assertThat(organization).containsKey("verifiedDomains").doesNotContainKey("tenantType");
    }

    @Test
    void tokensAreChecked() {
        Calls signedIn = signedIn("Organization.Read.All");
        assertUnauthenticated(Calls.to(graph.baseUri()), "empty");
        assertUnauthenticated(Calls.to(graph.baseUri()).bearer("nonsense"), "well formed");
        assertUnauthenticated(Calls.to(graph.baseUri()).bearer(token("api://other", true)), "audience");
        clock.forward(Duration.ofMinutes(91));
        assertUnauthenticated(signedIn, "expired");
    }

    @Test
    void graphIsKnownByItsRealNameToo() {
        app.grant("Organization.Read.All");

        Calls calls = Calls.to(graph.baseUri()).bearer(token("https://graph.microsoft.com", false));

        assertThat(calls.get("/v1.0/organization").status()).isEqualTo(200);
    }

    @Test
    void issuesArePagedByNextLinkToTheLast() {
        ServiceHealth health = graph.health(tenant);
        health.clear();
        for (int i = 1; i <= 5; i++) {
            health.issue(issue("EX" + i, "Exchange Online", i));
        }
        Calls calls = signedIn("ServiceHealth.Read.All").with("Prefer", "odata.maxpagesize=2");

        Calls.Reply first = calls.get(ISSUES);
        Calls.Reply second = calls.get(path(first));
        Calls.Reply third = calls.get(path(second));

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(2);
        assertThat(third.items()).hasSize(1);
        assertThat(third.json()).doesNotContainKey("@odata.nextLink");
    }

    @Test
    void issuesAreFilteredAndOrdered() {
        ServiceHealth health = graph.health(tenant);
        health.clear();
        health.issue(issue("EX1", "Exchange Online", 1));
        health.issue(issue("TM2", "Microsoft Teams", 2));
        Calls calls = signedIn("ServiceHealth.Read.All");

        assertThat(calls.get(ISSUES + "?$filter=service%20eq%20'Microsoft%20Teams'")
                        .items())
                .extracting(issue -> issue.getString("id"))
                .containsExactly("TM2");
        assertThat(calls.get(ISSUES + "?$orderby=lastModifiedDateTime%20desc").items())
                .extracting(issue -> issue.getString("id"))
                .containsExactly("TM2", "EX1");
        assertThat(calls.get(ISSUES + "?$filter=details%20eq%20'x'").status()).isEqualTo(400);
    }

    @Test
    void enumsComeInCamelCaseOrAsTheExamplesSpellThem() {
        Calls calls = signedIn("ServiceHealth.Read.All");
        String overviews = "/v1.0/admin/serviceAnnouncement/healthOverviews";

        assertThat(calls.get(overviews).items().get(0).getString("status")).isEqualTo("serviceDegradation");
        graph.health(tenant).pascalCase(true);
        assertThat(calls.get(overviews).items().get(0).getString("status")).isEqualTo("ServiceDegradation");
        assertThat(calls.get(overviews + "?$expand=issues").items().get(0).getJsonArray("issues"))
                .hasSize(1);
    }

    @Test
    void oddAnswersOfTheLiveServiceAreKept() {
        Calls calls = signedIn("ServiceHealth.Read.All");
        String overviews = "/v1.0/admin/serviceAnnouncement/healthOverviews";

        assertThat(calls.get(overviews + "/Exchange/issues").status()).isEqualTo(404);
        assertThat(calls.get(overviews + "/Exchange/issues").body()).contains("UnknownError");
        assertThat(calls.json("POST", overviews, "{}").status()).isEqualTo(405);
    }

    @Test
    void serviceCommunicationsAreLimitedPerHourWithFractionalRetryAfter() {
        graph.serviceCommunicationsLimits(2, 3);
        Calls calls = signedIn("ServiceHealth.Read.All");
        calls.get(ISSUES);
        clock.forward(Duration.ofMillis(1500));
        calls.get(ISSUES);

        Calls.Reply refused = calls.get(ISSUES);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("58.500");
        assertThat(refused.json().getJsonObject("error").getString("code")).isEqualTo("TooManyRequests");
        clock.forward(Duration.ofMinutes(2));
        assertThat(calls.get(ISSUES).status()).isEqualTo(200);
        assertThat(calls.get(ISSUES).status()).isEqualTo(429);
    }

    @Test
    void applicationWithoutOwnershipMayNotChangeItself() {
        Calls calls = signedIn("Application.ReadWrite.OwnedBy");

        assertThat(calls.json("POST", self() + "/addPassword", "{}").status()).isEqualTo(403);
        app.ownedBy(app.principalId());
        assertThat(calls.json("POST", self() + "/addPassword", "{}").status()).isEqualTo(200);
    }

    @Test
    void addedSecretIsShownOnceAndWorksAtTheLoginHost() {
        app.ownedBy(app.principalId());
        Calls calls = signedIn("Application.ReadWrite.OwnedBy");

        JsonObject made = calls.json("POST", self() + "/addPassword", """
            {"passwordCredential": {"displayName": "rotation 7", "endDateTime": "2026-06-01T00:00:00Z"}}\
            """).json();
        JsonObject shown = calls.get(self())
                .json()
                .getJsonArray("passwordCredentials")
                .getValuesAs(JsonObject.class)
                .get(1);

        assertThat(made.getString("secretText")).hasSizeBetween(16, 64).startsWith(made.getString("hint"));
        assertThat(shown.isNull("secretText")).isTrue();
        assertThat(shown.getString("displayName")).isEqualTo("rotation 7");
        assertThat(shown.getString("endDateTime")).isEqualTo("2026-06-01T00:00:00Z");
        assertThat(app.secret(made.getString("secretText"))).isPresent();
        assertThat(calls.json("POST", self() + "/removePassword", "{\"keyId\": \"" + secret.keyId() + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(app.secrets()).hasSize(1);
    }

    @Test
    void secretLivesTwoYearsUnlessAsked() {
        JsonObject made = signedIn("Application.ReadWrite.All")
                .json("POST", "/v1.0/applications/" + app.objectId() + "/addPassword", "{}")
                .json();

        assertThat(made.getString("endDateTime")).isEqualTo("2028-03-01T10:00:00Z");
    }

    @Test
    void policyForbidsNewSecretsButNotOldOnes() {
        Calls calls = signedIn("Application.ReadWrite.All", "Policy.Read.All");
        tenant.secretsForbidden(true);

        Calls.Reply refused = calls.json("POST", self() + "/addPassword", "{}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("Credential type not allowed as per assigned policy.");
        assertThat(token("https://graph.microsoft.com", false)).isNotEmpty();
        assertThat(calls.get("/v1.0/policies/defaultAppManagementPolicy").json().getBoolean("isEnabled"))
                .isTrue();
    }

    @Test
    void registeredApplicationHasNoServicePrincipalUntilOneIsMade() {
        Calls calls = signedIn("Application.ReadWrite.OwnedBy");

        JsonObject made = calls.json("POST", "/v1.0/applications", "{\"displayName\": \"New\"}")
                .json();
        String appId = made.getString("appId");

        assertThat(tenant.application(appId).map(Application::principal)).contains(Application.Principal.MISSING);
        calls.json("POST", "/v1.0/servicePrincipals", "{\"appId\": \"" + appId + "\"}");
        assertThat(tenant.application(appId).map(Application::principal)).contains(Application.Principal.ENABLED);
        assertThat(calls.json("PATCH", "/v1.0/applications/" + made.getString("id"), "{\"displayName\": \"Newer\"}")
                        .status())
                .isEqualTo(204);
        assertThat(calls.get("/v1.0/applications").items())
                .as("the ones it owns")
                .extracting(each -> each.getString("displayName"))
                .containsExactly("Newer");
        assertThat(calls.call("DELETE", "/v1.0/applications/" + made.getString("id"))
                        .status())
                .isEqualTo(204);
        assertThat(tenant.application(appId)).isEmpty();
    }

    @Test
    void domainLeadsToItsTenant() {
        Calls calls = signedIn("CrossTenantInformation.ReadBasic.All");
        String find = "/v1.0/tenantRelationships/findTenantInformationByDomainName(domainName='%s')";

        assertThat(calls.get(find.formatted("contoso.example")).json().getString("tenantId"))
                .isEqualTo(tenant.id());
        assertThat(calls.get(find.formatted("nobody.example")).status()).isEqualTo(404);
    }

    private String self() {
        return "/v1.0/applications(appId='" + app.appId() + "')";
    }

    private Calls signedIn(String... roles) {
        app.grant(roles);
        return Calls.to(graph.baseUri()).bearer(token(graph.baseUri().toString(), false));
    }

    private String token(String resource, boolean registerResource) {
        if (registerResource) {
            tenant.register("Other").identifierUris(List.of(resource));
        }
        return Calls.to(entra.baseUri())
                .form(
                        "/" + tenant.id() + "/oauth2/v2.0/token",
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        app.appId(),
                        "client_secret",
                        secret.value(),
                        "scope",
                        resource + "/.default")
                .json()
                .getString("access_token");
    }

    private static String path(Calls.Reply page) {
        URI next = URI.create(page.json().getString("@odata.nextLink"));
        return next.getRawPath() + "?" + next.getRawQuery();
    }

    private HealthIssue issue(String id, String service, int hours) {
        Instant modified = clock.instant().plus(Duration.ofHours(hours));
        return new HealthIssue(
                id, "Title", service, "incident", "investigating", "Impact", modified, modified, Optional.empty());
    }

    private static void assertUnauthenticated(Calls calls, String text) {
        Calls.Reply reply = calls.get("/v1.0/organization");
        assertThat(reply.status()).isEqualTo(401);
        JsonObject error = reply.json().getJsonObject("error");
        assertThat(error.getString("code")).isEqualTo("InvalidAuthenticationToken");
        assertThat(error.getString("message")).contains(text);
    }
}
