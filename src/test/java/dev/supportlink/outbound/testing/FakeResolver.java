package dev.supportlink.outbound.testing;

import dev.supportlink.outbound.http.HostResolver;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers what a test says, one answer after the other and the last one for good; every other name as the JVM does. */
@Alternative
@Priority(1)
@ApplicationScoped
public class FakeResolver implements HostResolver {

    private final Map<String, Deque<List<InetAddress>>> answers = new ConcurrentHashMap<>();

    /** The next answer for a host: address literals. */
    public void answer(String host, String... addresses) throws UnknownHostException {
        List<InetAddress> parsed = new java.util.ArrayList<>();
        for (String address : addresses) {
            parsed.add(InetAddress.getByName(address));
        }
        answers.computeIfAbsent(host, absent -> new ArrayDeque<>()).add(parsed);
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        Deque<List<InetAddress>> mine = answers.get(host);
        if (mine == null) {
            return Arrays.asList(InetAddress.getAllByName(host));
        }
        return mine.size() > 1 ? mine.removeFirst() : mine.getFirst();
    }
}
