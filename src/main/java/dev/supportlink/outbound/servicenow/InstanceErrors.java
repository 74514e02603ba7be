package dev.supportlink.outbound.servicenow;

import dev.supportlink.outbound.http.JsonFields;
import dev.supportlink.outbound.http.StatusMapper;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the error bodies of the Table API: {@code error.message} and {@code error.detail}. */
final class InstanceErrors extends StatusMapper {

    private static final int LONGEST_QUOTE = 200;

    InstanceErrors(Clock clock) {
        super("instance", clock);
    }

    @Override
    protected Meaning meaning(int status, Optional<JsonObject> body) {
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
