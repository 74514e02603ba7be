package dev.supportlink.inbound.rest;

import dev.supportlink.inbound.InboundCaller;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.security.Principal;

/** A request made by an inbound caller. */
record CallerContext(InboundCaller caller, UriInfo uri) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    /** Callers have no roles: each may use the incident API of its connection and nothing else. */
    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public boolean isSecure() {
        return "https".equals(uri.getRequestUri().getScheme());
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}
