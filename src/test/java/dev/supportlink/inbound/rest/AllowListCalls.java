package dev.supportlink.inbound.rest;

import dev.supportlink.inbound.allowlist.GuideAddresses;
import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.AdminClient.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Reads and changes the allow list of a server as an operator does. */
record AllowListCalls(AdminClient operator) {

    static final String PATH = "/admin/v1/allow-list";
    static final String ELSEWHERE = "203.0.113.0/24";
    static final String[] HERE = {"127.0.0.0/8", "::1"};

    void on(String... ranges) {
        operator.put(PATH, body(true, ranges), "*").expect(200);
    }

    /** As it was shipped. */
    void restore() {
        operator.put(PATH, body(false, GuideAddresses.ALL.toArray(String[]::new)), "*")
                .expect(200);
    }

    Reply read() {
        return operator.get(PATH).expect(200);
    }

    /** What the audit trail knows of an action, newest first. */
    List<JsonObject> audited(String action, Instant since) {
        return operator.get("/admin/v1/audit-events?action=" + action + "&since=" + since)
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    static JsonObject body(boolean enabled, String... ranges) {
        return Json.createObjectBuilder()
                .add("enabled", enabled)
                .add("ranges", Json.createArrayBuilder(Arrays.asList(ranges)))
                .build();
    }
}
