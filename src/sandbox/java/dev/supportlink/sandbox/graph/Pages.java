package dev.supportlink.sandbox.graph;

import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.http.Request;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cuts a collection into pages that are linked by {@code @odata.nextLink}. */
final class Pages {

    private static final Pattern PREFERRED = Pattern.compile("odata\\.maxpagesize=(\\d+)");

    private final URI baseUri;

    Pages(URI baseUri) {
        this.baseUri = baseUri;
    }

    JsonObject page(Request request, List<JsonObject> all, int usualSize, int largestSize) {
        int size = Math.max(1, Math.min(largestSize, wantedSize(request, usualSize)));
        int from = Math.min(number(request, "$skip", 0), all.size());
        int to = Math.min(from + size, all.size());
        JsonArrayBuilder items = JsonTexts.array();
        all.subList(from, to).forEach(items::add);
        JsonObjectBuilder page = JsonTexts.object()
                .add(
                        "@odata.context",
                        baseUri + "/v1.0/$metadata#" + request.path().substring("/v1.0/".length()))
                .add("value", items);
        if (to < all.size()) {
            page.add("@odata.nextLink", nextLink(request, to));
        }
        return page.build();
    }

    private static int wantedSize(Request request, int usualSize) {
        int preferred = request.header("Prefer")
                .map(PREFERRED::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .orElse(usualSize);
        return number(request, "$top", preferred);
    }

    private String nextLink(Request request, int skip) {
        String kept = request.query().values().entrySet().stream()
                .filter(each -> !each.getKey().equals("$skip"))
                .map(Pages::encoded)
                .collect(Collectors.joining());
        return baseUri + request.path() + "?" + kept + "$skip=" + skip;
    }

    private static String encoded(Map.Entry<String, List<String>> parameter) {
        return parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue().get(0), StandardCharsets.UTF_8) + "&";
    }

    private static int number(Request request, String name, int otherwise) {
        try {
            return request.query().value(name).map(Integer::parseUnsignedInt).orElse(otherwise);
        } catch (NumberFormatException wrong) {
            throw GraphRefusal.badRequest("Invalid value for query option " + name + ".");
        }
    }
}
