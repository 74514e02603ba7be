package dev.supportlink.bench.load;

import java.net.URI;
import java.util.List;

/**
 * One kind of request.
 *
 * @param requests sent in turn, each caller beginning at another; all must be answered 200
 */
public record Scenario(String name, URI server, List<byte[]> requests) {

    public Scenario {
        requests = List.copyOf(requests);
    }
}
