package dev.supportlink.access;

/** Gives the present request's user; injectable everywhere in a request to the admin API. */
public interface CurrentUser {

    /** The signed-in user; on the admin API there always is one. */
    SignedIn get();
}
