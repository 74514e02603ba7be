package dev.supportlink.incident.rest;

import dev.supportlink.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/** A parameter that is true or false. */
final class Switch {

    private Switch() {}

    /** False when it is absent; refused when it is anything but true or false, which Python clients begin with a capital. */
    static boolean on(String name, @Nullable String text) {
        if (text == null || text.isEmpty() || text.equalsIgnoreCase("false")) {
            return false;
        }
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        throw new InvalidInput(name, "must be true or false");
    }
}
