package dev.supportlink.inbound;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * Records which values real callers use, and when they last called; a rotation decides by it. Probes do not come here.
 */
@ApplicationScoped
public class UseRecorder {

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ExecutorService executor;

    @Inject
    IdentityRepository identities;

    @Inject
    Clock clock;

    private UseLog values;
    private UseLog calls;

    @PostConstruct
    void open() {
        values = new UseLog(executor, identities::noteUse);
        calls = new UseLog(executor, identities::noteCall);
    }

    /** A sign-in with these values. A value's very first use is noted with the tokens already. */
    void record(String connectionId, List<LiveValue> presented) {
        presented.stream().filter(LiveValue::wasUsed).forEach(value -> values.used(value.id(), clock.instant()));
        called(connectionId);
    }

    /** A call with a token that was issued elsewhere, or a sign-in. */
    public void called(String connectionId) {
        calls.used(connectionId, clock.instant());
    }
}
