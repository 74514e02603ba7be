package dev.supportlink.verification.batch;

import java.io.Serializable;

/** How far a partition has come: the id of the last connection that it has verified. */
record ConnectionCheckpoint(String lastId) implements Serializable {}
