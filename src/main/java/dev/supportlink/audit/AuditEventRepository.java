package dev.supportlink.audit;

import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;

/** Keeps audit events; there is no way to change or remove one. */
public interface AuditEventRepository {

    /** Stores the event in the caller's transaction. */
    void add(AuditEvent event);

    /** Newest first. */
    Slice<AuditEvent> list(AuditFilter filter, PageRequest page);
}
