package dev.supportlink.outbound.graph;

import dev.supportlink.outbound.http.JsonFields;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** One page of a list. */
record Page(List<JsonObject> items, Optional<String> nextLink) {

    static Page of(JsonObject json) {
        if (!(json.get("value") instanceof JsonArray)) {
            throw GraphConnector.malformed("The answer is no list.");
        }
        return new Page(JsonFields.objects(json, "value"), JsonFields.text(json, "@odata.nextLink"));
    }
}
