package dev.supportlink.handover;

/** What keeps the hashes of the three kinds of values apart. */
final class Purposes {

    static final String TOKEN = "hand-over-token";
    static final String SESSION = "hand-over-session";
    static final String BROWSER = "hand-over-browser";

    private Purposes() {}
}
