package dev.supportlink.sandbox.run;

import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.world.StateFile;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the sandbox's people wrote down, so that an interrupted set-up can be continued. */
final class Notebook {

    private final StateFile file;
    private final Map<String, String> notes = new TreeMap<>();

    Notebook(Path path) {
        this.file = new StateFile(path);
        file.read()
                .ifPresent(saved -> saved.forEach((name, value) -> notes.put(name, ((JsonString) value).getString())));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(notes.get(name));
    }

    String get(String name) {
        return find(name).orElse("");
    }

    /** Notes several values at once: all are in the file when this returns, or none. */
    void note(Map<String, String> values) {
        notes.putAll(values);
        JsonObjectBuilder saved = JsonTexts.object();
        notes.forEach(saved::add);
        file.write(saved.build().toString());
    }
}
