package dev.supportlink.inbound.rest;

import dev.supportlink.inbound.ClientTerms;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a change of an inbound client's terms (RFC 7396), and names everything that is wrong with it at once. */
public final class InboundClientForm {

    private static final String ACCESS = "accessTokenLifespan";
    private static final String REFRESH = "refreshTokenLifespan";
    private static final String ROTATION = "refreshTokenRotation";
    private static final String CLIENT_CREDENTIALS = "clientCredentials";
    private static final Set<String> MADE_HERE = Set.of("clientId", "userName");
    private static final List<String> FIELDS = List.of(ACCESS, REFRESH, ROTATION, CLIENT_CREDENTIALS);

    private final JsonObject given;
    private final List<FieldError> errors = new ArrayList<>();

    public InboundClientForm(JsonObject given) {
        this.given = given;
    }

    /** The terms with every field that was given replaced. */
    public ClientTerms applyTo(ClientTerms before) {
        refuseOtherFields();
        Duration access = lifespan(ACCESS, ClientTerms.LEAST_ACCESS, ClientTerms.MOST_ACCESS)
                .orElse(before.accessTokenLifespan());
        Duration refresh = lifespan(REFRESH, ClientTerms.LEAST_REFRESH, ClientTerms.MOST_REFRESH)
                .orElse(before.refreshTokenLifespan());
        boolean rotation = flag(ROTATION).orElse(before.refreshTokenRotation());
        boolean clientCredentials = flag(CLIENT_CREDENTIALS).orElse(before.clientCredentials());
        refuseShorterRefresh(access, refresh);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return new ClientTerms(access, refresh, rotation, clientCredentials);
    }

    private void refuseOtherFields() {
        given.keySet().stream()
                .filter(field -> !FIELDS.contains(field))
                .sorted()
                .forEach(field -> {
                    String what = MADE_HERE.contains(field)
                            ? "is made by SupportLink and never changes"
                            : "is not a field of an inbound client";
                    wrong(field, what + "; those that can be set are " + String.join(", ", FIELDS));
                });
    }

    /** Named at the field that was given: that is the one to mend. */
    private void refuseShorterRefresh(Duration access, Duration refresh) {
        if (!errors.isEmpty() || refresh.compareTo(access) >= 0) {
            return;
        }
        if (given.containsKey(REFRESH)) {
            wrong(REFRESH, "must not be shorter than " + ACCESS + ", which is " + access);
        } else {
            wrong(ACCESS, "must not be longer than " + REFRESH + ", which is " + refresh);
        }
    }

    private Optional<Duration> lifespan(String field, Duration least, Duration most) {
        JsonValue value = given.get(field);
        if (value == null) {
            return Optional.empty();
        }
        Duration lifespan = duration(value);
        if (lifespan == null || !ClientTerms.between(lifespan, least, most)) {
            wrong(
                    field,
                    "must be an ISO 8601 duration in whole seconds from " + least + " to " + most
                            + ", such as PT30M or P10D");
            return Optional.empty();
        }
        return Optional.of(lifespan);
    }

    private static @Nullable Duration duration(JsonValue value) {
        try {
            return value instanceof JsonString text ? Duration.parse(text.getString()) : null;
        } catch (DateTimeParseException noDuration) {
            return null;
        }
    }

    private Optional<Boolean> flag(String field) {
        JsonValue value = given.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.equals(JsonValue.TRUE) && !value.equals(JsonValue.FALSE)) {
            wrong(field, "must be true or false");
        }
        return Optional.of(value.equals(JsonValue.TRUE));
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
