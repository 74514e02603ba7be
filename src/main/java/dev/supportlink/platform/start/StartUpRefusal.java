package dev.supportlink.platform.start;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Ends a server that must not work: one line that says everything, then exit code 3. */
@ApplicationScoped
public class StartUpRefusal {

    /** Tells a supervisor that starting again will not help. */
    public static final int EXIT_CODE = 3;

    private static final System.Logger LOG = System.getLogger(StartUpRefusal.class.getName());

    /** Does not return when there is a problem. */
    public void refuse(List<String> problems) {
        if (problems.isEmpty()) {
            return;
        }
        LOG.log(System.Logger.Level.ERROR, "SupportLink does not start: " + String.join(" ", problems));
        // exit() would wait for the server to stop, and the server for this very start; nothing is open yet.
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
