package dev.supportlink.connection;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;
import java.util.List;
import java.util.Map;

/** A connection cannot be removed while things depend on it. */
public class ConnectionInUse extends DomainException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> remaining;

    public ConnectionInUse(List<String> remaining) {
        super(
                ProblemType.CONFLICT,
                "Things remain that belong to this connection: " + String.join(" ", remaining)
                        + " Clear them, or repeat with ?abandon=true.");
        this.remaining = List.copyOf(remaining);
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("remaining", remaining);
    }
}
