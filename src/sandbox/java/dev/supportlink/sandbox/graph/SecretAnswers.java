package dev.supportlink.sandbox.graph;

import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.graph.GraphGate.Caller;
import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.Request;
import dev.supportlink.sandbox.state.Simulation;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Adds and removes secrets of application registrations. */
final class SecretAnswers {

    private final Simulation simulation;

    SecretAnswers(Simulation simulation) {
        this.simulation = simulation;
    }

    Answer add(Request request, Caller caller) {
        Application application = ApplicationAnswers.writable(request, caller);
        if (caller.tenant().secretsForbidden()) {
            throw new GraphRefusal(
                    400,
                    "CredentialTypeNotAllowedAsPerAppPolicy",
                    "Credential type not allowed as per assigned policy.");
        }
        JsonObject wanted = request.json()
                .map(body -> body.getJsonObject("passwordCredential"))
                .orElse(JsonValue.EMPTY_JSON_OBJECT);
        Instant start = time(wanted, "startDateTime").orElseGet(simulation::now);
        Instant end = time(wanted, "endDateTime").orElseGet(() -> twoYearsAfter(start));
        if (!end.isAfter(start)) {
            throw GraphRefusal.badRequest("The end of a secret must lie after its start.");
        }
        return Answer.json(
                200, ApplicationJson.withValue(application.addSecret(wanted.getString("displayName", ""), start, end)));
    }

    Answer remove(Request request, Caller caller) {
        Application application = ApplicationAnswers.writable(request, caller);
        String keyId = ApplicationAnswers.body(request).getString("keyId", "");
        if (!application.removeSecret(keyId)) {
            throw GraphRefusal.badRequest("No password credential found with keyId '" + keyId + "'.");
        }
        return Answer.empty(204);
    }

    private static Instant twoYearsAfter(Instant start) {
        return start.atOffset(ZoneOffset.UTC).plusYears(2).toInstant();
    }

    private static Optional<Instant> time(JsonObject wanted, String name) {
        try {
            return Optional.ofNullable(wanted.get(name))
                    .filter(JsonString.class::isInstance)
                    .map(value -> Instant.parse(((JsonString) value).getString()));
        } catch (DateTimeParseException wrong) {
            throw GraphRefusal.badRequest("Cannot convert the value of '" + name + "' to a date.");
        }
    }
}
