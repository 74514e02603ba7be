package dev.supportlink.bench.empty;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** An application without anything around its one resource. */
@ApplicationPath("/")
public class EmptyApplication extends Application {}
