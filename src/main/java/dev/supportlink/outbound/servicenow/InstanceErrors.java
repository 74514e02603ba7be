package dev.supportlink.outbound.servicenow;

import dev.supportlink.outbound.http.JsonFields;
import dev.supportlink.outbound.http.StatusMapper;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads an instance's error bodies. The token endpoint has a word in {@code error}, {@code server_error} for every cause;
 * the Table API an object with {@code message} and {@code detail}.
 */
final class InstanceErrors extends StatusMapper {

    private static final int LONGEST_QUOTE = 200;

    // Standard OAuth refusals come with 400; they concern the credential as much as the usual 401 does.
    private static final Meaning REFUSED_SIGN_IN = new Meaning(
            Kind.UNAUTHENTICATED, "instance-server-error", "The instance refused the sign-in; it does not say why.");

    InstanceErrors(Clock clock) {
        super("instance", clock);
    }

    @Override
    protected Meaning meaning(int status, Optional<JsonObject> body) {
        boolean signIn = body.flatMap(json -> JsonFields.text(json, "error")).isPresent();
        return signIn && (status == 400 || status == 401) ? REFUSED_SIGN_IN : ofTable(status, body);
    }

    private static Meaning ofTable(int status, Optional<JsonObject> body) {
        String said = body.flatMap(json -> JsonFields.object(json, "error"))
                .map(InstanceErrors::quote)
                .orElse("");
        Optional<InstanceSayings> saying = InstanceSayings.in(said);
        return new Meaning(
                saying.map(InstanceSayings::kind).orElseGet(() -> kind(status)),
                saying.map(InstanceSayings::reason).orElse(null),
                "The instance answered " + status + (said.isEmpty() ? "." : ": " + said));
    }

    private static String quote(JsonObject error) {
        String text = Stream.of("message", "detail")
                .flatMap(name -> JsonFields.text(error, name).stream())
                .map(part -> part.replaceAll("\\p{Cntrl}+", " ").strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" / "));
        return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
    }
}
