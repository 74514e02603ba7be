package dev.supportlink.incident.delivery;

/** Somebody else holds the delivery by now, or it was held back; this holder must not send anything. */
class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
