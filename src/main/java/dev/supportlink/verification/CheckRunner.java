package dev.supportlink.verification;

import dev.supportlink.connection.Connection;
import java.util.List;

/** Runs some checks of a connection here and now, without a stored verification; what a set-up step uses. */
public interface CheckRunner {

    /** The results of the checks of this side, in order; skips what an earlier failure makes pointless. */
    List<CheckResult> run(Connection connection, Trigger trigger, Side side);
}
