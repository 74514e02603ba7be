package dev.supportlink.sandbox.http;

/** Answers one request of a simulated system. */
@FunctionalInterface
public interface Handler {

    /** Changes the simulated state as the request asks and says what is sent back. */
    Answer handle(Request request);
}
