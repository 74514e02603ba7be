package dev.supportlink.outbound.graph;

import dev.supportlink.outbound.http.Target;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads a list to its end by following the links between pages, as long as they stay on the same Graph. */
record Pages(Target graph, Function<String, JsonObject> nextPage) {

    private static final int MOST_PAGES = 50;

    List<JsonObject> all(JsonObject first) {
        Page page = Page.of(first);
        List<JsonObject> items = new ArrayList<>(page.items());
        for (int read = 1; page.nextLink().isPresent(); read++) {
            page = follow(page.nextLink().get(), read);
            items.addAll(page.items());
        }
        return items;
    }

    private Page follow(String link, int alreadyRead) {
        if (alreadyRead == MOST_PAGES) {
            throw GraphConnector.malformed("A list does not end.");
        }
        if (!staysHere(link)) {
            throw GraphConnector.malformed("A list goes on at another host.");
        }
        return Page.of(nextPage.apply(link));
    }

    private boolean staysHere(String link) {
        try {
            URI url = URI.create(link);
            return url.getUserInfo() == null && Target.origin(url).equals(graph.origin());
        } catch (IllegalArgumentException noUrl) {
            return false;
        }
    }
}
