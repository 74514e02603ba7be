package dev.supportlink.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;

/** Gives the user who signed in with the present request; IllegalStateException where there is none. */
@ApplicationScoped
public class RequestUser implements CurrentUser {

    @Inject
    PresentUser present;

    @Override
    public SignedIn get() {
        try {
            return present.get().orElseThrow(RequestUser::nobody);
        } catch (ContextNotActiveException noRequest) {
            throw nobody();
        }
    }

    private static IllegalStateException nobody() {
        return new IllegalStateException("Nobody is signed in here: this is no request to the admin API.");
    }
}
