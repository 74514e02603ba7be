package dev.supportlink.sandbox.instance;

/** The two generations of resolution codes; an instance has one of them. */
public enum CloseCodes {
    CLASSIC,
    NEW
}
