package dev.supportlink.incident.rest;

import dev.supportlink.incident.query.IncidentQuery;
import dev.supportlink.incident.query.InvalidQuery;
import dev.supportlink.incident.query.QueryParser;
import dev.supportlink.platform.problem.InvalidInput;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters that say which rows of a list are wanted; a {@code @BeanParam}. */
public class ListOptions {

    private static final String OWN = "sysparm_";

    @QueryParam("sysparm_query")
    @Nullable
    String query;

    @QueryParam("sysparm_limit")
    @Nullable
    String limit;

    @QueryParam("sysparm_offset")
    @Nullable
    String offset;

    @QueryParam("sysparm_no_count")
    @Nullable
    String noCount;

    @QueryParam("sysparm_suppress_pagination_header")
    @Nullable
    String suppressPaging;

    @Context
    UriInfo uri;

    /** From {@code sysparm_query}, else from parameters that are fields: {@code state=2&category=inquiry}. */
    IncidentQuery read() {
        return query == null ? QueryParser.parse(pairs(uri.getQueryParameters())) : QueryParser.parse(query);
    }

    int limit(int most) {
        boolean huge = limit != null && limit.matches("[0-9]{10,18}");
        return limit == null || limit.isEmpty() || huge ? most : Math.min(most, number("sysparm_limit", limit));
    }

    int offset() {
        return offset == null || offset.isEmpty() ? 0 : number("sysparm_offset", offset);
    }

    boolean uncounted() {
        return Switch.on("sysparm_no_count", noCount);
    }

    boolean pagingSuppressed() {
        return Switch.on("sysparm_suppress_pagination_header", suppressPaging);
    }

    private static String pairs(MultivaluedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> !parameter.getKey().startsWith(OWN))
                .map(ListOptions::term)
                .collect(Collectors.joining("^"));
    }

    private static String term(Map.Entry<String, List<String>> parameter) {
        String operand = parameter.getValue().get(0);
        if (operand.contains("^") || parameter.getKey().contains("^")) {
            throw new InvalidQuery("a value with ^ cannot be asked for");
        }
        return parameter.getKey() + "=" + operand;
    }

    private static int number(String name, String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new InvalidInput(name, "must be a number from 0 to 999999999");
        }
        return Integer.parseInt(text);
    }
}
