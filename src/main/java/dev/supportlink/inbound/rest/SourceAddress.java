package dev.supportlink.inbound.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Where the present request came from: the peer's address, never a header that anybody can send. */
@RequestScoped
public class SourceAddress {

    @Inject
    HttpServletRequest request;

    String text() {
        return request.getRemoteAddr();
    }
}
