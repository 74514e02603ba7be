package dev.supportlink.inbound.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers malformed requests in the shape of RFC 6749. */
@Provider
@ApplicationScoped
public class MalformedRequestMapper implements ExceptionMapper<MalformedRequest> {

    @Inject
    TokenAnswers answers;

    @Override
    public Response toResponse(MalformedRequest malformed) {
        return answers.answer(malformed);
    }
}
