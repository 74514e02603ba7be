package dev.supportlink.outbound.graph;

import dev.supportlink.outbound.http.JsonFields;
import jakarta.json.JsonObject;

/** The health of one Microsoft 365 service; Graph adds statuses, and writes them with a small or a capital first letter. */
public record ServiceHealth(String service, String status) {

    static ServiceHealth from(JsonObject json) {
        return new ServiceHealth(
                JsonFields.text(json, "service").orElse(""),
                JsonFields.text(json, "status").orElse(""));
    }

    /** Whether nothing is known to be wrong. */
    public boolean operational() {
        return status.equalsIgnoreCase("serviceOperational");
    }
}
