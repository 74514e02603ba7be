package dev.supportlink.sandbox.instance;

import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.Parameters;
import dev.supportlink.sandbox.http.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which part of a result a list answer shows, and the headers that lead to the other parts. */
record ResultPage(int offset, int limit, int total) {

    static ResultPage of(Parameters query, int total, int usualLimit) {
        return new ResultPage(number(query, "sysparm_offset", 0), number(query, "sysparm_limit", usualLimit), total);
    }

    int from() {
        return Math.min(offset, total);
    }

    int to() {
        return (int) Math.min((long) from() + limit, total);
    }

    Answer describe(Answer answer, URI baseUri, Request request) {
        Answer counted =
                isTrue(request, "sysparm_no_count") ? answer : answer.with("X-Total-Count", String.valueOf(total));
        return isTrue(request, "sysparm_suppress_pagination_header") || limit == 0
                ? counted
                : counted.with("Link", links(baseUri, request));
    }

    private String links(URI baseUri, Request request) {
        List<String> links = new ArrayList<>();
        links.add(link(baseUri, request, 0, "first"));
        if (offset > 0) {
            links.add(link(baseUri, request, Math.max(0, offset - limit), "prev"));
        }
        if (to() < total) {
            links.add(link(baseUri, request, offset + limit, "next"));
        }
        links.add(link(baseUri, request, total == 0 ? 0 : (total - 1) / limit * limit, "last"));
        return String.join(",", links);
    }

    private String link(URI baseUri, Request request, int start, String relation) {
        String kept = request.query().names().stream()
                .filter(name -> !name.equals("sysparm_offset") && !name.equals("sysparm_limit"))
                .map(name -> name + "="
                        + URLEncoder.encode(request.query().first(name).orElse(""), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining());
        return "<" + baseUri + request.path() + "?" + kept + "sysparm_offset=" + start + "&sysparm_limit=" + limit
                + ">;rel=\"" + relation + "\"";
    }

    private static boolean isTrue(Request request, String parameter) {
        return request.query().value(parameter).orElse("").equals("true");
    }

    /** A number that cannot be read counts as not sent. */
    private static int number(Parameters query, String name, int otherwise) {
        return query.value(name)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
