package dev.supportlink.incident;

import java.util.List;

/** Takes accepted changes for delivery; joins the transaction that stores the incident, so both commit or neither. */
public interface Outbox {

    /** The changes of one incident, in order; earlier ones of the same incident go first. */
    void accept(Incident incident, List<AcceptedChange> changes);
}
