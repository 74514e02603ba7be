package dev.supportlink.outbound.entra;

import dev.supportlink.outbound.http.JsonFields;
import dev.supportlink.outbound.http.StatusMapper;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the error bodies of the login host. Microsoft says that codes and texts may change, so the kind follows {@code
 * error} and the status, and the code only where it says more.
 */
final class EntraErrors extends StatusMapper {

    private static final Pattern CODE = Pattern.compile("AADSTS(\\d{4,9})");
    // No such tenant, no tenant name at all, a tenant of another cloud.
    private static final Set<String> UNKNOWN_HERE = Set.of("90002", "900023", "90038");
    private static final Set<String> PASSING = Set.of("90006", "90024", "90033", "50033");
    private static final Set<String> THROTTLING = Set.of("90055", "50196");
    private static final Set<String> BY_POLICY = Set.of("53003", "530032", "53011", "530035");

    EntraErrors(Clock clock) {
        super("entra", clock);
    }

    @Override
    protected Meaning meaning(int status, Optional<JsonObject> body) {
        Optional<String> number = body.flatMap(EntraErrors::number);
        String error = body.flatMap(json -> JsonFields.text(json, "error")).orElse("");
        Kind kind = number.flatMap(EntraErrors::kindOf).orElseGet(() -> kind(status, error));
        String code = number.map(digits -> "aadsts-" + digits).orElse(null);
        String shown = number.map(digits -> "AADSTS" + digits).orElse("status " + status);
        return new Meaning(kind, code, "Entra ID refused the request with " + shown + ".");
    }

    private static Kind kind(int status, String error) {
        return switch (error) {
            case "invalid_client", "unauthorized_client", "invalid_grant" -> Kind.UNAUTHENTICATED;
            case "temporarily_unavailable" -> Kind.UNAVAILABLE;
            case "invalid_tenant" -> Kind.NOT_FOUND;
            default -> status == 400 ? Kind.REJECTED : kind(status);
        };
    }

    private static Optional<Kind> kindOf(String number) {
        if (PASSING.contains(number)) {
            return Optional.of(Kind.UNAVAILABLE);
        } else if (THROTTLING.contains(number)) {
            return Optional.of(Kind.THROTTLED);
        } else if (BY_POLICY.contains(number)) {
            return Optional.of(Kind.FORBIDDEN);
        }
        return UNKNOWN_HERE.contains(number) ? Optional.of(Kind.NOT_FOUND) : Optional.empty();
    }

    private static Optional<String> number(JsonObject json) {
        if (json.get("error_codes") instanceof JsonArray codes
                && !codes.isEmpty()
                && codes.get(0) instanceof JsonNumber code) {
            return Optional.of(code.toString());
        }
        Matcher named = CODE.matcher(JsonFields.text(json, "error_description").orElse(""));
        return named.find() ? Optional.of(named.group(1)) : Optional.empty();
    }
}
