package dev.supportlink.store.verification;

import dev.supportlink.connection.AdminRole;
import dev.supportlink.platform.text.Word;
import dev.supportlink.verification.CheckDefinition;
import dev.supportlink.verification.CheckResult;
import dev.supportlink.verification.Outcome;
import dev.supportlink.verification.Remedy;
import dev.supportlink.verification.Side;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as the text of one column; complete in itself, so that old reports outlive changes of the definition. */
final class ReportJson {

    private ReportJson() {}

    static String write(List<CheckResult> report) {
        JsonArrayBuilder lines = Json.createArrayBuilder();
        report.forEach(result -> lines.add(line(result)));
        return lines.build().toString();
    }

    static List<CheckResult> read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(ReportJson::result)
                    .toList();
        }
    }

    private static JsonObjectBuilder line(CheckResult result) {
        Outcome outcome = result.outcome();
        JsonObjectBuilder line = Json.createObjectBuilder()
                .add("id", result.check().id())
                .add("title", result.check().title())
                .add("side", result.check().side().word())
                .add("mandatory", result.check().mandatory())
                .add("verdict", outcome.verdict().word())
                .add("millis", result.took().toMillis());
        add(line, "reason", outcome.reason());
        add(line, "message", outcome.message());
        add(line, "expected", outcome.expected());
        add(line, "seen", outcome.seen());
        if (outcome.remedy() != null) {
            line.add("remedy", remedy(outcome.remedy()));
        }
        return line;
    }

    private static JsonObjectBuilder remedy(Remedy remedy) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("adminRole", remedy.adminRole().word())
                .add("text", remedy.text());
        add(json, "link", remedy.link());
        return json;
    }

    private static CheckResult result(JsonObject line) {
        CheckDefinition check = new CheckDefinition(
                line.getString("id"),
                line.getString("title"),
                Word.parse(Side.class, line.getString("side")).orElseThrow(),
                line.getBoolean("mandatory"),
                List.of());
        Duration took = Duration.ofMillis(line.getJsonNumber("millis").longValue());
        return new CheckResult(check, outcome(line), took);
    }

    private static Outcome outcome(JsonObject line) {
        return new Outcome(
                Word.parse(Outcome.Verdict.class, line.getString("verdict")).orElseThrow(),
                text(line, "reason"),
                text(line, "message"),
                text(line, "expected"),
                text(line, "seen"),
                line.containsKey("remedy") ? remedy(line.getJsonObject("remedy")) : null);
    }

    private static Remedy remedy(JsonObject json) {
        AdminRole role =
                Word.parse(AdminRole.class, json.getString("adminRole")).orElseThrow();
        return new Remedy(role, json.getString("text"), text(json, "link"));
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable String text) {
        if (text != null) {
            json.add(name, text);
        }
    }

    private static @Nullable String text(JsonObject json, String name) {
        return json.getString(name, null);
    }
}
