package dev.supportlink.verification;

/**
 * One entry of the catalogue of reasons.
 *
 * @param id stable, lower case with hyphens, such as {@code aadsts-7000215}
 * @param message what happened, in words
 * @param passing whether it may go away by itself (DNS, time-out, 429, 5xx, HTML): health is then unreachable, not
 *     refused
 */
public record Reason(String id, String message, boolean passing, Remedy remedy) {}
