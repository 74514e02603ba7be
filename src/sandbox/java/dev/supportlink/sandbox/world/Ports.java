package dev.supportlink.sandbox.world;

/** The loopback ports of the simulators; 0 is any free one. */
public record Ports(int login, int graph, int instance) {

    /** Any free ports, for tests. */
    public static final Ports ANY = new Ports(0, 0, 0);
}
