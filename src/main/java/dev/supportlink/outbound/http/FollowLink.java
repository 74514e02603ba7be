package dev.supportlink.outbound.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;

/**
 * Sends a request to a link exactly as an answer gave it, because paging links must not be taken apart. A client method
 * passes the link in {@link #HEADER}, which never leaves; the caller has checked that the link's origin is the client's.
 */
@Priority(Priorities.USER)
public final class FollowLink implements ClientRequestFilter {

    /** The header parameter that carries the link. */
    public static final String HEADER = "X-SupportLink-Follow";

    @Override
    public void filter(ClientRequestContext request) {
        Object link = request.getHeaders().getFirst(HEADER);
        if (link != null) {
            request.getHeaders().remove(HEADER);
            request.setUri(URI.create(link.toString()));
        }
    }
}
