package dev.supportlink.platform.http;

import jakarta.ws.rs.core.Application;

/** The one JAX-RS application; web.xml maps it to its paths. */
public class SupportLinkApplication extends Application {}
