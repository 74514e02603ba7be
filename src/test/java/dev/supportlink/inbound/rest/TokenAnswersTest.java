package dev.supportlink.inbound.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.inbound.TokenDecision;
import dev.supportlink.inbound.TokenDecision.ClientRefused;
import dev.supportlink.inbound.TokenDecision.GrantNotAllowed;
import dev.supportlink.inbound.TokenDecision.GrantRefused;
import dev.supportlink.inbound.TokenDecision.Granted;
import dev.supportlink.inbound.TokenDecision.Throttled;
import dev.supportlink.secret.Secret;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue.ValueType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenAnswersTest {

    private static final Granted GRANTED = new Granted(Secret.of("a"), Secret.of("r"), Duration.ofSeconds(1800));

    private final TokenAnswers answers = new TokenAnswers();

    @Test
    void tokensComeInServiceNowsShape() {
        Response answer = answers.answer(GRANTED, false);
        JsonObject body = body(answer);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getMediaType()).hasToString("application/json");
        assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
        assertThat(body.keySet())
                .containsExactlyInAnyOrder("access_token", "refresh_token", "scope", "token_type", "expires_in");
        assertThat(body.getString("access_token")).isEqualTo("a");
        assertThat(body.getString("refresh_token")).isEqualTo("r");
        assertThat(body.getString("scope")).isEqualTo("useraccount");
        assertThat(body.getString("token_type")).isEqualTo("Bearer");
        assertThat(body.get("expires_in").getValueType()).isEqualTo(ValueType.NUMBER);
        assertThat(body.getInt("expires_in")).isEqualTo(1800);
    }

    @Test
    void probesAnswerHasNoRefreshToken() {
        Granted probe = new Granted(Secret.of("a"), null, Duration.ofSeconds(60));

        assertThat(body(answers.answer(probe, false))).doesNotContainKey("refresh_token");
    }

    @Test
    void refusedClientIsChallengedWhenItUsedTheHeader() {
        Response byHeader = answers.answer(new ClientRefused(), true);
        Response byForm = answers.answer(new ClientRefused(), false);

        assertThat(byHeader.getStatus()).isEqualTo(401);
        assertThat(byHeader.getHeaderString("WWW-Authenticate")).startsWith("Basic ");
        assertThat(byForm.getStatus()).isEqualTo(401);
        assertThat(byForm.getHeaderString("WWW-Authenticate")).isNull();
        assertThat(body(byHeader)).isEqualTo(body(byForm));
        assertThat(body(byForm).getString("error")).isEqualTo("invalid_client");
    }

    @Test
    void refusedGrantIsABadRequest() {
        Response answer = answers.answer(new GrantRefused(), true);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(body(answer).getString("error")).isEqualTo("invalid_grant");
        assertThat(answer.getHeaderString("WWW-Authenticate")).isNull();
    }

    @Test
    void grantThatIsNotSwitchedOnIsToldSo() {
        Response answer = answers.answer(new GrantNotAllowed(), true);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(body(answer).getString("error")).isEqualTo("unauthorized_client");
        assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void throttledSaysHowLongToWaitRoundedUp() {
        assertThat(waitFor(Duration.ofMillis(59_001))).isEqualTo("60");
        assertThat(waitFor(Duration.ofMillis(1))).isEqualTo("1");
        assertThat(waitFor(Duration.ofSeconds(60))).isEqualTo("60");
    }

    @Test
    void malformedRequestKeepsItsStatus() {
        Response answer = answers.answer(MalformedRequest.because(405, "Use POST"));

        assertThat(answer.getStatus()).isEqualTo(405);
        assertThat(answer.getHeaderString("Allow")).isEqualTo("POST");
        assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
        assertThat(body(answer).getString("error")).isEqualTo("invalid_request");
    }

    private String waitFor(Duration wait) {
        TokenDecision throttled = new Throttled(wait);
        Response answer = answers.answer(throttled, false);
        assertThat(answer.getStatus()).isEqualTo(429);
        return answer.getHeaderString("Retry-After");
    }

    private static JsonObject body(Response answer) {
        return Json.createReader(new ByteArrayInputStream((byte[]) answer.getEntity()))
                .readObject();
    }
}
