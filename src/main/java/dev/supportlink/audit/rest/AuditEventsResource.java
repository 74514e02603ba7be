package dev.supportlink.audit.rest;

import dev.supportlink.access.CurrentUser;
import dev.supportlink.audit.AuditEventRepository;
import dev.supportlink.platform.http.PageParameters;
import dev.supportlink.platform.page.Slice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The audit trail, newest first, for operators and auditors. */
@Path("/admin/v1/audit-events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditEventsResource {

    @Inject
    AuditEventRepository events;

    @Inject
    CurrentUser currentUser;

    @GET
    public Slice<AuditEventView> list(@BeanParam AuditQuery query, @BeanParam PageParameters page) {
        currentUser.get().requireAuditor(query.connection());
        return events.list(query.toFilter(), page.toPageRequest()).map(AuditEventView::of);
    }
}
