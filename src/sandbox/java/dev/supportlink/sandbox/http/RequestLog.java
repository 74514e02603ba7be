package dev.supportlink.sandbox.http;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The latest requests that reached a server, and whether a value was ever among them. */
public final class RequestLog {

    private static final int LIMIT = 10_000;

    private final Clock clock;
    private final Deque<LoggedRequest> requests = new ArrayDeque<>();
    private final ReceivedValues received = new ReceivedValues();

    RequestLog(Clock clock) {
        this.clock = clock;
    }

    void record(Request request) {
        received.add(request);
        remember(LoggedRequest.of(request, clock.instant()));
    }

    /** All remembered requests, oldest first. */
    public synchronized List<LoggedRequest> all() {
        return new ArrayList<>(requests);
    }

    /** The remembered requests with this method whose path begins so, oldest first. */
    public List<LoggedRequest> matching(String method, String pathPrefix) {
        return all().stream()
                .filter(each -> each.method().equals(method) && each.path().startsWith(pathPrefix))
                .toList();
    }

    /** How many remembered requests had this method and such a path. */
    public int count(String method, String pathPrefix) {
        return matching(method, pathPrefix).size();
    }

    /**
     * Whether a value ever arrived, in a header, a Basic pair, a path segment, a query, a form or a JSON body.
     *
     * @throws IllegalStateException when more values arrived than are remembered and this one is not among them
     */
    public boolean everReceived(String value) {
        return received.contains(value);
    }

    /** Forgets all requests and values. */
    public synchronized void clear() {
        requests.clear();
        received.clear();
    }

    private synchronized void remember(LoggedRequest request) {
        if (requests.size() == LIMIT) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }
}
