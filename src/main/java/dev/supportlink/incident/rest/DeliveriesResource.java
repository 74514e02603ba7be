package dev.supportlink.incident.rest;

import dev.supportlink.access.CurrentUser;
import dev.supportlink.access.SignedIn;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.incident.delivery.DeliveryAddress;
import dev.supportlink.incident.delivery.IncidentDeliveries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Lets operators decide about deliveries that cannot go on by themselves. */
@Path("/admin/v1/connections/{connection}/incidents/{sysId}/deliveries/{delivery}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeliveriesResource {

    @Inject
    CurrentUser user;

    @Inject
    ConnectionRepository connections;

    @Inject
    IncidentDeliveries deliveries;

    @POST
    @Path("release")
    public DeliveryView release(
            @PathParam("connection") String connection,
            @PathParam("sysId") String sysId,
            @PathParam("delivery") String delivery) {
        String operator = operatorOf(connection);
        return DeliveryView.of(deliveries.release(new DeliveryAddress(connection, sysId, delivery), operator));
    }

    @POST
    @Path("drop")
    public DeliveryView drop(
            @PathParam("connection") String connection,
            @PathParam("sysId") String sysId,
            @PathParam("delivery") String delivery) {
        String operator = operatorOf(connection);
        return DeliveryView.of(deliveries.drop(new DeliveryAddress(connection, sysId, delivery), operator));
    }

    @POST
    @Path("repeat")
    public DeliveryView repeat(
            @PathParam("connection") String connection,
            @PathParam("sysId") String sysId,
            @PathParam("delivery") String delivery) {
        String operator = operatorOf(connection);
        return DeliveryView.of(deliveries.repeat(new DeliveryAddress(connection, sysId, delivery), operator));
    }

    private String operatorOf(String connection) {
        SignedIn signedIn = user.get();
        signedIn.requireReader(connection);
        connections.get(connection);
        signedIn.requireOperator();
        return signedIn.name();
    }
}
