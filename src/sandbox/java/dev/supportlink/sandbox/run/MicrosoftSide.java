package dev.supportlink.sandbox.run;

import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.world.StateFile;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.stream.Collectors;

/** What Microsoft's side was given: the completion sheet with its two secrets, kept for trying things by hand. */
final class MicrosoftSide {

    private final StateFile file;
    private final AdminApi m365Admin;
    private final Progress progress;

    MicrosoftSide(RunSettings settings, AdminApi m365Admin, Progress progress) {
        this.file = new StateFile(settings.microsoftSideFile());
        this.m365Admin = m365Admin;
        this.progress = progress;
    }

    /** The sheet of a connection, from the file, or asked for and written there. */
    JsonObject sheet(String connectionId) {
        return file.read()
                .filter(sheet -> sheet.getString("repositoryId", "").equals(connectionId))
                .orElseGet(() -> ask(connectionId));
    }

    private JsonObject ask(String connectionId) {
        String path = "/admin/v1/connections/" + connectionId + "/completion-sheet";
        JsonObject shown = m365Admin.get(path).expect("Reading the completion sheet", 200);
        JsonObjectBuilder sheet = JsonTexts.object();
        shown.entrySet().stream()
                .filter(each -> !each.getKey().equals("fields"))
                .forEach(each -> sheet.add(each.getKey(), each.getValue()));
        for (String name : new String[] {"clientSecret", "restPassword"}) {
            JsonObject made = m365Admin.post(path + "/values/" + name).expect("Making the sheet's " + name, 201);
            sheet.add(name, made.getString("value"));
        }
        JsonObject complete = sheet.build();
        file.write(oneFieldALine(complete));
        progress.line("Microsoft 365 admin center: entered the completion sheet; it is kept in " + file.path() + ".");
        return complete;
    }

    /** So that the shell can pick out a field without any tool. */
    private static String oneFieldALine(JsonObject object) {
        return object.entrySet().stream()
                .map(each -> "  " + quoted(each.getKey()) + ": " + each.getValue())
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    private static JsonValue quoted(String text) {
        return JsonTexts.string(text);
    }
}
