package dev.supportlink.sandbox.run;

import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.world.SandboxWorld;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Finds the sandbox's connection, or creates it. */
final class ConnectionDesk {

    private static final String NAME = "contoso-sandbox";
    private static final String CONNECTIONS = "/admin/v1/connections";

    private final AdminApi admin;
    private final Progress progress;

    ConnectionDesk(AdminApi admin, Progress progress) {
        this.admin = admin;
        this.progress = progress;
    }

    String findOrCreate(String instanceUrl) {
        Optional<JsonObject> known = admin
                .get(CONNECTIONS + "?q=" + NAME)
                .expect("Looking for the connection", 200)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(each -> each.getString("name").equals(NAME))
                .findFirst();
        known.ifPresent(each -> progress.line("Found the connection " + NAME + " (" + each.getString("id")
                + "); its set-up is " + each.getString("setupState") + "."));
        return known.orElseGet(() -> create(instanceUrl)).getString("id");
    }

    private JsonObject create(String instanceUrl) {
        String body = JsonTexts.object()
                .add("name", NAME)
                .add("tenantDomain", SandboxWorld.TENANT_DOMAIN)
                .add("instanceUrl", instanceUrl)
                .add("environment", "test")
                .build()
                .toString();
        JsonObject created = admin.post(CONNECTIONS, body).expect("Creating the connection " + NAME, 201);
        progress.line("Created the connection " + NAME + " (" + created.getString("id") + ").");
        return created;
    }
}
