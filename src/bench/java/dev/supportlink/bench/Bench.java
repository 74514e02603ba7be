package dev.supportlink.bench;

import dev.supportlink.bench.callers.CallersBenchmark;
import dev.supportlink.bench.expired.ExpiredTokensBenchmark;
import java.sql.SQLException;

/** Starts the measurement that is named by the only argument. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws SQLException {
        switch (arguments[0]) {
            case "callers" -> CallersBenchmark.main();
            case "expired-tokens" -> ExpiredTokensBenchmark.main();
            default ->
                throw new IllegalArgumentException(
                        "There is no benchmark " + arguments[0] + "; use callers or expired-tokens");
        }
    }
}
