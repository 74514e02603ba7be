package dev.supportlink.setup.steps;

import dev.supportlink.connection.Connection;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.OutboundTrial;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Entra application's client secret and its expiry date, as two steps ask for them: one checks what the other does. */
@ApplicationScoped
public class OutboundCredential {

    static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    static final String SECRET = "clientSecret";
    static final String EXPIRES_ON = "clientSecretExpiresOn";
    private static final String FORM = "must be the client secret's value as the portal shows it right after creation";

    @Inject
    OutboundTrial entra;

    @Inject
    OutsideRefusal refusal;

    @Inject
    Clock clock;

    /** A typed secret and when it ends; the end is the start of the day that the portal shows, in UTC. */
    record Typed(Optional<Secret> secret, Optional<Instant> expiresAt) {}

    List<StepInput> inputs(boolean required) {
        return List.of(
                StepInput.secret(SECRET, required, SecretKind.OUTBOUND_CLIENT_SECRET),
                StepInput.optional(EXPIRES_ON, "date"));
    }

    Typed read(Answers answers, boolean required) {
        Optional<Secret> secret = answers.secret(SECRET, required, FORM);
        if (secret.filter(value -> GUID.matcher(value.reveal()).matches()).isPresent()) {
            answers.wrong(
                    SECRET,
                    "is a GUID, so it is the secret's ID. Paste the secret's value: the column Value in Certificates &"
                            + " secrets, shown only right after creation");
        }
        Optional<LocalDate> expiresOn = answers.date(EXPIRES_ON, false);
        if (expiresOn.filter(date -> !date.isAfter(today())).isPresent()) {
            answers.wrong(
                    EXPIRES_ON, "must be in the future; this secret has expired or expires today: create a new one");
        }
        return new Typed(
                secret, expiresOn.map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /** Fetches a real token with the typed secret and adds it to what will be stored. */
    StepChange tried(StepChange change, Connection connection, String clientId, Typed typed) {
        if (typed.secret().isEmpty()) {
            return change;
        }
        Secret secret = typed.secret().get();
        refusal.about(SECRET, () -> entra.signIn(connection.tenant(), clientId, secret));
        return change.storing(
                SecretKind.OUTBOUND_CLIENT_SECRET,
                entra.target(connection.tenant()),
                secret,
                typed.expiresAt().orElse(null));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
