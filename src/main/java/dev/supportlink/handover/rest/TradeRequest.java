package dev.supportlink.handover.rest;

/** The token from a link's fragment. */
public record TradeRequest(String token) {

    /** Without the token. */
    @Override
    public String toString() {
        return "TradeRequest";
    }
}
