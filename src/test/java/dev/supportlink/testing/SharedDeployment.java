package dev.supportlink.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Base of every integration test: one server with the built WAR, started before the first class and stopped after the
 * last, reached over HTTP only.
 */
@ExtendWith(ArquillianExtension.class)
public abstract class SharedDeployment {

    private static final Duration START = Duration.ofMinutes(2);

    protected static final ReadyServer SERVER = new ReadyServer(ItSettings.httpPort());

    /** The operator {@code admin} of the shared server. */
    protected static AdminClient firstUser() {
        return AdminClient.first(SERVER.base(), ItSettings.directory().resolve("data"));
    }

    /** What the shared server has written to its message log so far. */
    protected static String log() {
        return ItSettings.sharedMessages();
    }

    @BeforeAll
    static void waitUntilReady() {
        long end = System.nanoTime() + START.toNanos();
        while (!SERVER.isReady()) {
            String log = ItSettings.sharedMessages();
            if (System.nanoTime() > end || FailedStart.isIn(log)) {
                throw new AssertionError("The server under test did not become ready:\n" + log);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }
}
