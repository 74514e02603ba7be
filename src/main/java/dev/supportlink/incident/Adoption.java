package dev.supportlink.incident;

import dev.supportlink.inbound.InboundCaller;
import java.util.Optional;

/** Takes incidents that began on the instance into the caller's connection. */
public interface Adoption {

    /**
     * Looks a record up that has no copy of this sys_id, and adopts it if the connection's adoption query takes it in.
     * Asks the instance; to be called outside a transaction.
     *
     * @return the copy, whose sys_id may be another where the record has a copy already; empty when there is nothing for
     *     this caller, whatever the reason
     */
    Optional<Incident> adopt(InboundCaller caller, String sysId);
}
