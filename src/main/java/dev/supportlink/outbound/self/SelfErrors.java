package dev.supportlink.outbound.self;

import dev.supportlink.outbound.http.JsonFields;
import dev.supportlink.outbound.http.StatusMapper;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the error answers of the inbound paths, or of whatever stands at the public URL instead. */
final class SelfErrors extends StatusMapper {

    private static final Pattern SHORT_TEXT = Pattern.compile("[\\w .,:;'/()-]{1,150}");

    SelfErrors(Clock clock) {
        super("self", clock);
    }

    @Override
    protected Meaning meaning(int status, Optional<JsonObject> body) {
        String said = body.flatMap(SelfErrors::said)
                .filter(text -> SHORT_TEXT.matcher(text).matches())
                .map(text -> " (" + text + ")")
                .orElse("");
        return new Meaning(kind(status), null, "The public URL answered the probe with " + status + said + ".");
    }

    /** OAuth answers have a word there, the Table API an object with a message. */
    private static Optional<String> said(JsonObject body) {
        return JsonFields.text(body, "error")
                .or(() -> JsonFields.object(body, "error").flatMap(error -> JsonFields.text(error, "message")));
    }
}
