package dev.supportlink.incident;

import java.util.Map;

/** An incident as the instance shows it; every value a string, as ServiceNow sends them. */
public record RemoteIncident(String sysId, String number, Map<String, String> fields) {

    public RemoteIncident {
        fields = Map.copyOf(fields);
    }
}
