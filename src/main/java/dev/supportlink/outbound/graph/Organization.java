package dev.supportlink.outbound.graph;

import dev.supportlink.outbound.http.JsonFields;
import jakarta.json.JsonObject;
import java.util.List;

/** The tenant as Graph shows it. */
public record Organization(String id, String displayName, List<String> verifiedDomains) {

    static Organization from(JsonObject json) {
        List<String> domains = JsonFields.objects(json, "verifiedDomains").stream()
                .flatMap(domain -> JsonFields.text(domain, "name").stream())
                .toList();
        return new Organization(
                JsonFields.text(json, "id").orElse(""),
                JsonFields.text(json, "displayName").orElse(""),
                domains);
    }

    /** Whether the domain is a verified one, ignoring case. */
    public boolean hasDomain(String domain) {
        return verifiedDomains.stream().anyMatch(domain::equalsIgnoreCase);
    }
}
