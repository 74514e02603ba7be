package dev.supportlink.outbound.servicenow;

import dev.supportlink.outbound.http.BearerToken;
import dev.supportlink.outbound.http.Calls;
import dev.supportlink.outbound.http.RestClients;
import dev.supportlink.outbound.http.Target;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Form;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One password grant at an instance, never repeated: every wrong password counts towards the user's lockout. */
@ApplicationScoped
class SignIn {

    @Inject
    RestClients clients;

    @Inject
    Calls calls;

    @Inject
    InstanceSettings settings;

    @Inject
    Clock clock;

    BearerToken attempt(InstanceAccount account, Secret clientSecret, Secret password) {
        Target target = account.target();
        InstanceClient client = clients.client(InstanceClient.class, target, new InstanceErrors(clock));
        Form form = new Form("grant_type", "password")
                .param("client_id", account.clientId())
                .param("client_secret", clientSecret.reveal())
                .param("username", account.userName())
                .param("password", password.reveal());
        Instant asked = clock.instant();
        SignInAnswer answer = calls.once(target, () -> SignInAnswer.from(client.token(form)));
        return new BearerToken(target.origin(), answer.accessToken(), asked.plus(usable(answer.expiresIn())));
    }

    private Duration usable(Duration life) {
        Duration margin = settings.tokenMargin();
        // A token that lives shorter than the margin would never be kept.
        return margin.compareTo(life.dividedBy(2)) > 0 ? life.dividedBy(2) : life.minus(margin);
    }
}
