package dev.supportlink.incident.rest;

import dev.supportlink.access.CurrentUser;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.incident.delivery.IncidentDeliveries;
import dev.supportlink.platform.http.PageParameters;
import dev.supportlink.platform.page.Slice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Lets administrators see a connection's incidents and how far they are delivered; never what they say. */
@Path("/admin/v1/connections/{connection}/incidents")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class IncidentsResource {

    @Inject
    CurrentUser user;

    @Inject
    ConnectionRepository connections;

    @Inject
    IncidentDeliveries deliveries;

    @GET
    public Slice<IncidentView> list(@PathParam("connection") String connection, @BeanParam PageParameters page) {
        requireReader(connection);
        return deliveries.incidents(connection, page.toPageRequest()).map(IncidentView::of);
    }

    @GET
    @Path("{sysId}")
    public IncidentDetailView read(@PathParam("connection") String connection, @PathParam("sysId") String sysId) {
        requireReader(connection);
        return new IncidentDetailView(
                IncidentView.of(deliveries.incident(connection, sysId)),
                deliveries.of(connection, sysId).stream().map(DeliveryView::of).toList());
    }

    private void requireReader(String connection) {
        user.get().requireReader(connection);
        connections.get(connection);
    }
}
