package dev.supportlink.incident;

/** Where an incident's counterpart lies; good only at the instance of this origin. */
public record InstanceLink(String origin, String sysId, String number) {}
