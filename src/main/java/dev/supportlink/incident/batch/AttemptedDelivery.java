package dev.supportlink.incident.batch;

import dev.supportlink.incident.delivery.Claim;
import dev.supportlink.incident.delivery.DeliveryResult;

/** A claimed delivery and what its attempt came to. */
record AttemptedDelivery(Claim claim, DeliveryResult result) {}
