package dev.supportlink.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A connection without an instance, as far as callers need it: nobody outside is asked for anything. */
public final class Evaluation {

    private Evaluation() {}

    /** The id of a new one, whose callers can sign in. */
    public static String connection(AdminClient admin, String name) {
        JsonObject wanted = Json.createObjectBuilder()
                .add("name", name)
                .add("tenantDomain", "contoso.onmicrosoft.com")
                .build();
        String id =
                admin.post("/admin/v1/connections", wanted).expect(201).json().getString("id");
        answer(admin, id, "consent", Json.createObjectBuilder().add("agreed", true));
        answer(
                admin,
                id,
                "environment",
                Json.createObjectBuilder().add("test", true).add("basicAuthenticationAllowed", "yes"));
        return id;
    }

    private static void answer(AdminClient admin, String id, String step, JsonObjectBuilder answers) {
        String path = "/admin/v1/connections/" + id + "/setup/steps/" + step;
        JsonObject body = Json.createObjectBuilder()
                .add("answers", answers)
                .add("actingAs", "servicenow-admin")
                .build();
        String etag = admin.get(path).expect(200).etag().orElseThrow();
        admin.put(path, body, etag).expect(200);
    }
}
