package dev.supportlink.inbound.batch;

import dev.supportlink.inbound.LeftoverRepository;
import dev.supportlink.inbound.Leftovers;
import dev.supportlink.inbound.Purge;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Reads what is left over, some hundred rows as one item; needs no checkpoint, because what is removed is gone. */
@Dependent
@Named
public class LeftoversReader extends AbstractItemReader {

    @Inject
    LeftoverRepository rows;

    @Inject
    Clock clock;

    private final Pace pace = new Pace(System::nanoTime, LockSupport::parkNanos);
    private @Nullable Purge purge;

    @Override
    public void open(@Nullable Serializable checkpoint) {
        purge = new Purge(rows, clock.instant());
    }

    @Override
    public @Nullable Leftovers readItem() {
        pace.next();
        return purge == null ? null : purge.next().orElse(null);
    }
}
