package dev.supportlink.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records what people, callers and jobs did; never a secret. Joins the caller's transaction when there is one. */
public interface AuditTrail {

    /**
     * Adds one event.
     *
     * @param actor a user's name, {@code job:<name>}, {@code caller:<user name>} or {@code anonymous}
     * @param action a fixed word such as {@code connection-created}, {@code step-answered}, {@code sign-in-refused}
     * @param detail short facts by name, such as {@code actingAs}, {@code step}, {@code address}, {@code reason}
     */
    void record(String actor, String action, @Nullable String connectionId, Map<String, String> detail);
}
