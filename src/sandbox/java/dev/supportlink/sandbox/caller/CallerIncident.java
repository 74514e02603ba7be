package dev.supportlink.sandbox.caller;

/** An incident as its creator knows it. */
public record CallerIncident(String sysId, String number) {}
