package dev.supportlink.outbound.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Waits by keeping the calling thread. */
@ApplicationScoped
public class ThreadPauser implements Pauser {

    @Override
    public void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
