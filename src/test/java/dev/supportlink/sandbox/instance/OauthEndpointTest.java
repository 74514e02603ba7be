package dev.supportlink.sandbox.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.sandbox.Calls;
import dev.supportlink.sandbox.state.TurnableClock;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OauthEndpointTest {

    private static final String TOKEN = "/oauth_token.do";

    private final TurnableClock clock = TurnableClock.at(Instant.parse("2026-03-01T10:00:00Z"));
    private final InstanceSimulator instance = InstanceSimulator.start(clock);
    private final InstanceAdmin admin = instance.admin();
    private final OauthClient client = admin.addOauthEndpoint("SupportLink");
    private final InstanceUser user = admin.addIntegrationUser("svc.supportlink");
    private final Calls calls = Calls.to(instance.baseUri());

    @AfterEach
    void stop() {
        instance.close();
    }

    @Test
    void passwordGrantAnswersAsServiceNowDoes() {
        JsonObject body = signIn().json();

        assertThat(body.getString("access_token")).hasSize(86).matches("[A-Za-z0-9_-]+");
        assertThat(body.getString("scope")).isEqualTo("useraccount");
        assertThat(body.getString("token_type")).isEqualTo("Bearer");
        assertThat(body.getInt("expires_in")).isBetween(1799, 1800);
        assertThat(incidentsWith(body).status()).isEqualTo(200);
    }

    @Test
    void repeatedSignInReturnsTheLiveTokenAndMovesItsEnd() {
        JsonObject first = signIn().json();
        clock.forward(Duration.ofMinutes(20));

        JsonObject second = signIn().json();
        clock.forward(Duration.ofMinutes(20));

        assertThat(second.getString("access_token")).isEqualTo(first.getString("access_token"));
        assertThat(second.getInt("expires_in")).isBetween(1799, 1800);
        assertThat(incidentsWith(first).status()).isEqualTo(200);
    }

    @Test
    void accessTokenEndsAndRefreshingBringsAnother() {
        JsonObject first = signIn().json();
        clock.forward(Duration.ofMinutes(31));
        assertThat(incidentsWith(first).status()).isEqualTo(401);

        JsonObject second = refresh(first).json();

        assertThat(second.getString("access_token")).isNotEqualTo(first.getString("access_token"));
        assertThat(second.getString("refresh_token")).isEqualTo(first.getString("refresh_token"));
        assertThat(incidentsWith(second).status()).isEqualTo(200);
    }

    @Test
    void refreshingDoesNotProlongTheRefreshToken() {
        JsonObject first = signIn().json();
        clock.forward(Duration.ofDays(100).minusMinutes(1));
        assertThat(refresh(first).status()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(1));

        assertRefused(refresh(first));
    }

    @Test
    void everyReasonHasTheSameAnswer() {
        assertRefused(signIn("wrong", client.clientSecret(), user.userName(), user.password()));
        assertRefused(signIn(client.clientId(), "wrong", user.userName(), user.password()));
        assertRefused(signIn(client.clientId(), client.clientSecret(), "nobody", user.password()));
        assertRefused(signIn(client.clientId(), client.clientSecret(), user.userName(), "wrong"));
        assertRefused(calls.form(TOKEN, "grant_type", "something"));
        assertRefused(calls.json("POST", TOKEN, "{}"));
        assertRefused(calls.form(TOKEN + "?grant_type=password", "client_id", client.clientId()));
        user.active(false);
        assertRefused(signIn());
        user.active(true).set("password_needs_reset", "true");
        assertRefused(signIn());
        user.set("password_needs_reset", "false");
        admin.changeOauthEndpoint(client, "active", "false");
        assertRefused(signIn());
    }

    @Test
    void passwordGrantCanBeSwitchedOff() {
        admin.property("glide.oauth.inbound.ropc.grant_type.disabled", "true");

        assertRefused(signIn());
    }

    @Test
    void webServiceUserCanBeRefusedWhereInstancesWantAnInteractiveOne() {
        instance.behaviour().tokensNeedInteractiveUser(true);

        assertRefused(signIn());
        user.set("web_service_access_only", "false");
        assertThat(signIn().status()).isEqualTo(200);
    }

    @Test
    void fifthWrongPasswordLocksTheAccountForAQuarterOfAnHour() {
        for (int i = 0; i < 4; i++) {
            signIn(client.clientId(), client.clientSecret(), user.userName(), "wrong");
        }
        assertThat(user.failedAttempts()).isEqualTo(4);
        assertThat(user.isLocked()).isFalse();
        signIn(client.clientId(), client.clientSecret(), user.userName(), "wrong");

        assertThat(user.isLocked()).isTrue();
        assertRefused(signIn());
        clock.forward(Duration.ofMinutes(15));
        assertThat(signIn().status()).isEqualTo(200);
        assertThat(user.failedAttempts()).isZero();
    }

    @Test
    void wrongClientSecretCostsTheUserNothing() {
        signIn(client.clientId(), "wrong", user.userName(), "wrong");

        assertThat(user.failedAttempts()).isZero();
    }

    @Test
    void clientCredentialsNeedAPropertyAndAUser() {
        assertRefused(clientCredentials());
        admin.property("glide.oauth.inbound.client.credential.grant_type.enabled", "true");
        assertRefused(clientCredentials());
        admin.changeOauthEndpoint(client, "user", user.sysId());

        assertThat(incidentsWith(clientCredentials().json()).status()).isEqualTo(200);
    }

    @Test
    void revokingNeedsOnlyTheToken() {
        JsonObject tokens = signIn().json();

        assertThat(calls.get("/oauth_revoke_token.do?token=" + tokens.getString("access_token"))
                        .status())
                .isEqualTo(200);
        assertThat(calls.form("/oauth_revoke_token.do", "token", "unknown").status())
                .isEqualTo(200);
        assertThat(incidentsWith(tokens).status()).isEqualTo(401);
    }

    @Test
    void deactivatedUserLosesTheTokenAtOnce() {
        JsonObject tokens = signIn().json();
        user.active(false);

        assertThat(incidentsWith(tokens).status()).isEqualTo(401);
        assertRefused(refresh(tokens));
    }

    @Test
    void lifespansOfTheRegistryRowCount() {
        admin.changeOauthEndpoint(client, "access_token_lifespan", "60");

        assertThat(signIn().json().getInt("expires_in")).isBetween(59, 60);
    }

    @Test
    void tokensAndAccountsOutliveTheProcess() {
        JsonObject tokens = signIn().json();
        Map<String, String> row = admin.rows("oauth_entity").get(0);
        try (InstanceSimulator second = InstanceSimulator.start(clock)) {
            second.restore(instance.save());

            assertThat(second.save()).isEqualTo(instance.save());
            assertThat(second.admin().rows("oauth_entity")).containsExactly(row);
            assertThat(Calls.to(second.baseUri())
                            .bearer(tokens.getString("access_token"))
                            .get("/api/now/table/incident")
                            .status())
                    .isEqualTo(200);
        }
    }

    private Calls.Reply signIn() {
        return signIn(client.clientId(), client.clientSecret(), user.userName(), user.password());
    }

    private Calls.Reply signIn(String clientId, String clientSecret, String userName, String password) {
        return calls.form(
                TOKEN,
                "grant_type",
                "password",
                "client_id",
                clientId,
                "client_secret",
                clientSecret,
                "username",
                userName,
                "password",
                password);
    }

    private Calls.Reply clientCredentials() {
        return calls.form(
                TOKEN,
                "grant_type",
                "client_credentials",
                "client_id",
                client.clientId(),
                "client_secret",
                client.clientSecret());
    }

    private Calls.Reply refresh(JsonObject tokens) {
        return calls.form(
                TOKEN,
                "grant_type",
                "refresh_token",
                "client_id",
                client.clientId(),
                "client_secret",
                client.clientSecret(),
                "refresh_token",
                tokens.getString("refresh_token"));
    }

    private Calls.Reply incidentsWith(JsonObject tokens) {
        return calls.bearer(tokens.getString("access_token")).get("/api/now/table/incident");
    }

    private static void assertRefused(Calls.Reply reply) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().getString("error")).isEqualTo("server_error");
        assertThat(reply.json().getString("error_description")).isEqualTo("access_denied");
    }
}
