package dev.supportlink.outbound.servicenow;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;

/**
 * Says with every request to the Table API what the instance would otherwise take from its own settings: references come as bare ids, and
 * what is written are stored values, times in UTC.
 */
public final class StoredValues implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) {
        if (request.getUri().getPath().startsWith(InstanceClient.TABLES)) {
            request.setUri(complete(request));
        }
    }

    private static URI complete(ClientRequestContext request) {
        UriBuilder url = UriBuilder.fromUri(request.getUri()).queryParam("sysparm_exclude_reference_link", "true");
        if (!request.getMethod().equals("GET")) {
            url.queryParam("sysparm_input_display_value", "false");
        }
        String query = request.getUri().getRawQuery();
        if (query == null || !query.contains("sysparm_display_value=")) {
            url.queryParam("sysparm_display_value", "false");
        }
        return url.build();
    }
}
