package dev.supportlink.incident.delivery;

import java.time.Instant;

/** What one attempt came to. */
public sealed interface DeliveryResult {

    /** The change is on the instance. */
    record Delivered() implements DeliveryResult {}

    /** To be tried again, not before a time. */
    record Postponed(Instant until, String reason) implements DeliveryResult {}

    /** There is no instance to deliver to. */
    record NoInstance() implements DeliveryResult {}

    /** Refused for good. */
    record Failed(String reason) implements DeliveryResult {}

    /** Nobody but a person can find out whether it arrived. */
    record Unclear(String reason) implements DeliveryResult {}

    /** The lease ended before the change left; whoever holds it now goes on. */
    record Overtaken() implements DeliveryResult {}
}
