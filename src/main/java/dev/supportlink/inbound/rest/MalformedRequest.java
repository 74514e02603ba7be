package dev.supportlink.inbound.rest;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;

/** A request that is refused for its form, before anybody is authenticated. */
class MalformedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorObject error;

    private MalformedRequest(ErrorObject error) {
        super(error.getDescription(), null, false, false);
        this.error = error;
    }

    static MalformedRequest because(String description) {
        return new MalformedRequest(OAuth2Error.INVALID_REQUEST.setDescription(description));
    }

    static MalformedRequest because(int status, String description) {
        return new MalformedRequest(
                OAuth2Error.INVALID_REQUEST.setDescription(description).setHTTPStatusCode(status));
    }

    static MalformedRequest of(ErrorObject error) {
        return new MalformedRequest(error);
    }

    ErrorObject error() {
        return error;
    }
}
