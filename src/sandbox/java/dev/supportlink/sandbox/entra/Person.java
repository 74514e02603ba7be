package dev.supportlink.sandbox.entra;

/**
 * Somebody who signs in to an application.
 *
 * @param scope what the person allows the application to do in their name
 */
public record Person(String objectId, String name, String scope) {}
