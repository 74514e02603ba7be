package dev.supportlink.sandbox.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.sandbox.instance.InstanceSimulator;
import dev.supportlink.sandbox.instance.InstanceUser;
import dev.supportlink.sandbox.instance.OauthClient;
import dev.supportlink.sandbox.state.TurnableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An instance speaks the same language as SupportLink's own endpoint, so it stands in for it here. */
class MicrosoftSideCallerTest {

    private final TurnableClock clock = TurnableClock.at(Instant.parse("2026-03-01T10:00:00Z"));
    private final InstanceSimulator instance = InstanceSimulator.start(clock);
    private final OauthClient client = instance.admin().addOauthEndpoint("SupportLink");
    private final InstanceUser user = instance.admin().addIntegrationUser("rest.user");
    private final MicrosoftSideCaller caller = new MicrosoftSideCaller(sheet(client.clientSecret()));

    @AfterEach
    void stop() {
        instance.close();
    }

    @Test
    void createsNotesAndResolvesAnIncident() {
        caller.signIn();
        CallerIncident incident = caller.create(Map.of("short_description", "Mail is slow"));
        caller.addWorkNote(incident, "Looked at the queue");
        caller.resolve(incident, "Solution provided", "Emptied it");

        assertThat(caller.read(incident).getString("state")).isEqualTo("6");
        assertThat(incident.number()).startsWith("INC");
        assertThat(instance.admin().journal(incident.sysId(), "work_notes")).containsExactly("Looked at the queue");
    }

    @Test
    void refreshesWithoutThePassword() {
        caller.signIn();
        clock.forward(Duration.ofMinutes(31));
        user.newPassword();

        caller.refresh();

        assertThat(caller.create(Map.of()).number()).startsWith("INC");
    }

    @Test
    void refusalTellsStatusAndAnswerButNoSecret() {
        MicrosoftSideCaller wrong = new MicrosoftSideCaller(sheet("not-the-secret"));

        CallRefused refused = catchThrowableOfType(CallRefused.class, wrong::signIn);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused)
                .hasMessageContaining("The password grant was answered 401")
                .hasMessageContaining("access_denied");
        assertThat(refused.getMessage()).doesNotContain("not-the-secret", user.password());
        assertThat(sheet("not-the-secret").toString()).doesNotContain("not-the-secret", user.password());
    }

    @Test
    void pageInsteadOfJsonIsARefusal() {
        instance.faults().next(Fault.html());

        assertThat(catchThrowableOfType(CallRefused.class, caller::signIn)).hasMessageContaining("<!DOCTYPE html>");
    }

    private SheetValues sheet(String clientSecret) {
        return new SheetValues(instance.baseUri(), client.clientId(), clientSecret, "rest.user", user.password());
    }
}
