package dev.supportlink.incident.rest;

import dev.supportlink.platform.config.ServerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The URLs of pages and records, below the server's public URL. */
@ApplicationScoped
public class PageLinks {

    @Inject
    ServerSettings server;

    /** The address of a record in the collection of the present request. */
    URI record(UriInfo uri, String sysId) {
        return URI.create(base(uri) + "/" + sysId);
    }

    /** The vendor's {@code Link} header; empty when no rows can be asked for. */
    String header(UriInfo uri, int offset, int limit, long total) {
        if (limit == 0) {
            return "";
        }
        long last = total == 0 ? 0 : (total - 1) / limit * limit;
        List<String> links = new ArrayList<>();
        links.add(link(uri, 0, limit, "first"));
        if (offset > 0) {
            links.add(link(uri, Math.max(0, offset - limit), limit, "prev"));
        }
        if (offset + (long) limit < total) {
            links.add(link(uri, offset + (long) limit, limit, "next"));
        }
        links.add(link(uri, last, limit, "last"));
        return String.join(",", links);
    }

    private String link(UriInfo uri, long offset, int limit, String relation) {
        return "<" + base(uri) + "?" + others(uri.getRequestUri().getRawQuery()) + "sysparm_offset=" + offset
                + "&sysparm_limit=" + limit + ">;rel=\"" + relation + "\"";
    }

    private String base(UriInfo uri) {
        String origin = server.publicUrl().toString().replaceFirst("/$", "");
        return origin + uri.getRequestUri().getRawPath().replaceFirst("/$", "");
    }

    /** The request's parameters as they came, without the two that differ from page to page. */
    private static String others(@Nullable String rawQuery) {
        return rawQuery == null
                ? ""
                : Arrays.stream(rawQuery.split("&"))
                        .filter(parameter -> !parameter.isEmpty())
                        .filter(parameter -> !parameter.startsWith("sysparm_offset="))
                        .filter(parameter -> !parameter.startsWith("sysparm_limit="))
                        .map(parameter -> parameter + "&")
                        .collect(Collectors.joining());
    }
}
