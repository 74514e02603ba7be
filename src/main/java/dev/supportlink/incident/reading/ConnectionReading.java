package dev.supportlink.incident.reading;

/**
 * What one look at a connection's counterparts came to.
 *
 * @param copies how many were looked at
 * @param changed how many copies were changed by it
 * @param missing how many the instance does not show any more
 */
public record ConnectionReading(End end, int copies, int changed, int missing) {

    /** How it ended. */
    public enum End {
        COMPLETE,
        /** There is nothing to read from: the connection is gone, has no instance, or hands no incidents on. */
        SKIPPED,
        /** The instance refused the credential, or had done so before. */
        REFUSED,
        UNREACHABLE,
        /** Something nobody foresaw; the log has it. */
        STOPPED
    }

    ConnectionReading plus(int moreCopies, int moreChanged, int moreMissing) {
        return new ConnectionReading(end, copies + moreCopies, changed + moreChanged, missing + moreMissing);
    }

    ConnectionReading ending(End how) {
        return new ConnectionReading(how, copies, changed, missing);
    }
}
