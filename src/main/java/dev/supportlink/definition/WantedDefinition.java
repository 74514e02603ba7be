package dev.supportlink.definition;

import java.time.Instant;

/**
 * A definition as somebody wants it, whole or in part. {@link dev.supportlink.platform.problem.InvalidInput} with
 * everything that is wrong with it, before anything is stored.
 */
public interface WantedDefinition {

    /** By which it is found, ignoring case. */
    String name();

    /** A new connection with it; what it does not say has its default. */
    Definition toNew(String id, Instant createdAt);

    /** An existing one changed to it; what it does not say stays. */
    Definition onto(Definition present);
}
