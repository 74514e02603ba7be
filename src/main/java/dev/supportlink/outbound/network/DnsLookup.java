package dev.supportlink.outbound.network;

import dev.supportlink.inbound.allowlist.AllowListSettings;
import dev.supportlink.inbound.allowlist.HostLookup;
import dev.supportlink.inbound.allowlist.LookedUp;
import dev.supportlink.inbound.allowlist.LookedUp.Outcome;
import dev.supportlink.outbound.http.HostResolver;
import dev.supportlink.platform.net.IpAddress;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks names up as the JVM does, on a thread that may be left behind: the JVM itself knows no time-out for it. */
@ApplicationScoped
public class DnsLookup implements HostLookup {

    static final int MOST_ADDRESSES = 100;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ExecutorService executor;

    @Inject
    HostResolver resolver;

    @Inject
    AllowListSettings settings;

    @Override
    public LookedUp lookUp(String host) {
        Future<LookedUp> answer = executor.submit(() -> resolve(host));
        try {
            return answer.get(settings.lookupTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            return LookedUp.without(Outcome.NO_ANSWER);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A name could not be looked up", failure.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return LookedUp.without(Outcome.NO_ANSWER);
        }
    }

    private LookedUp resolve(String host) {
        try {
            return LookedUp.found(resolver.resolve(host).stream()
                    .map(IpAddress::of)
                    .distinct()
                    .limit(MOST_ADDRESSES)
                    .sorted(Comparator.comparing(IpAddress::toString))
                    .toList());
        } catch (UnknownHostException unknown) {
            return LookedUp.without(isTemporary(unknown) ? Outcome.NO_ANSWER : Outcome.NO_SUCH_HOST);
        }
    }

    /** The C library's words for "no name server answered"; the JVM has no exception of its own for it. */
    private static boolean isTemporary(UnknownHostException unknown) {
        return String.valueOf(unknown.getMessage()).contains("Temporary failure");
    }
}
