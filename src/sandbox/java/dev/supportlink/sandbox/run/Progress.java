package dev.supportlink.sandbox.run;

import java.io.PrintStream;

/** Lines for the person at the terminal; each begins so that it is told from the server's own. */
final class Progress {

    private static final String PREFIX = "[sandbox] ";

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.println((PREFIX + text).stripTrailing());
        out.flush();
    }

    /** A line to be read or pasted as it is. */
    void plain(String text) {
        out.println(text);
        out.flush();
    }

    void block(String text) {
        text.lines().forEach(this::line);
    }
}
