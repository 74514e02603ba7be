package dev.supportlink.outbound.self;

import dev.supportlink.outbound.http.JsonFields;
import dev.supportlink.outbound.http.StatusMapper;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the error answers of the inbound paths, or of whatever stands at the public URL instead. */
final class SelfErrors extends StatusMapper {

    private static final Pattern OAUTH_ERROR = Pattern.compile("[a-z_]{1,40}");

    SelfErrors(Clock clock) {
        super("self", clock);
    }

    @Override
    protected Meaning meaning(int status, Optional<JsonObject> body) {
        String error = body.flatMap(json -> JsonFields.text(json, "error"))
                .filter(text -> OAUTH_ERROR.matcher(text).matches())
                .map(text -> " (" + text + ")")
                .orElse("");
        return new Meaning(kind(status), null, "The public URL answered the probe with " + status + error + ".");
    }
}
