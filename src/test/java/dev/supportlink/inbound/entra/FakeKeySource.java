package dev.supportlink.inbound.entra;

import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What tenants publish, until the test lets Entra ID go down. */
final class FakeKeySource implements EntraKeySource {

    final List<KeyPublisher> asked = new ArrayList<>();
    final Map<KeyPublisher, IssuerKeys> published = new ConcurrentHashMap<>();
    boolean down;
    Runnable beforeAnswer = () -> {};

    @Override
    public IssuerKeys fetch(KeyPublisher publisher) {
        asked.add(publisher);
        beforeAnswer.run();
        IssuerKeys keys = published.get(publisher);
        if (down || keys == null) {
            throw new UpstreamException("entra", Kind.UNAVAILABLE, "connect-timeout", "Entra ID cannot be reached.");
        }
        return keys;
    }
}
