package dev.supportlink.verification;

import dev.supportlink.connection.AdminRole;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.text.Word;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The catalogue as it is shipped: {@code reasons.json} on the class path. */
@ApplicationScoped
public class BundledReasons implements ReasonCatalogue {

    private final Map<String, Reason> byId = read();

    /** Every id of the catalogue. */
    public Set<String> ids() {
        return byId.keySet();
    }

    @Override
    public Reason reason(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no reason " + id + " in the catalogue"));
    }

    @Override
    public Reason explain(UpstreamException failure) {
        return failure.code().flatMap(this::find).orElseGet(() -> reason(fallback(failure)));
    }

    private Optional<Reason> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static String fallback(UpstreamException failure) {
        return failure.system() + "-"
                + failure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Reason> read() {
        InputStream file = Objects.requireNonNull(BundledReasons.class.getResourceAsStream("/reasons.json"));
        try (JsonReader reader = Json.createReader(file)) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(BundledReasons::entry)
                    .collect(Collectors.toUnmodifiableMap(Reason::id, reason -> reason));
        }
    }

    private static Reason entry(JsonObject entry) {
        Remedy remedy = new Remedy(
                Word.parse(AdminRole.class, entry.getString("adminRole")).orElseThrow(),
                entry.getString("remedy"),
                link(entry));
        return new Reason(entry.getString("id"), entry.getString("message"), entry.getBoolean("passing"), remedy);
    }

    private static @Nullable String link(JsonObject entry) {
        return entry.containsKey("link") ? entry.getString("link") : null;
    }
}
