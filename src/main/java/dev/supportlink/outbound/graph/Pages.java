package dev.supportlink.outbound.graph;

import dev.supportlink.outbound.http.Target;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a list to its end by following the links between pages, as long as they stay on the same Graph. */
record Pages(Target graph, Function<String, JsonObject> nextPage) {

    private static final int MOST_PAGES = 50;

    List<JsonObject> all(JsonObject first) {
        List<JsonObject> items = new ArrayList<>();
        Optional<Page> page = Optional.of(Page.of(first));
        for (int count = 1; page.isPresent(); count++) {
            if (count > MOST_PAGES) {
                throw GraphConnector.malformed("A list does not end.");
            }
            items.addAll(page.get().items());
            page = page.get().nextLink().map(this::follow);
        }
        return items;
    }

    private Page follow(String link) {
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
