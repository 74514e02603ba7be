package dev.supportlink.platform.http;

import jakarta.servlet.http.HttpServletRequest;

/** The path by which the container chose who answers: decoded and without dots, so that no spelling gets around it. */
public final class RequestPath {

    private RequestPath() {}

    /** The path below the application's root, beginning with a slash. */
    public static String of(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
