package dev.supportlink.bench.expired;

import dev.supportlink.bench.callers.SupportLinkSite;
import dev.supportlink.bench.load.Load;
import dev.supportlink.bench.load.Measurement;
import dev.supportlink.bench.load.Scenario;
import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.LibertyProcess;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The token endpoint with few tokens in the table, with millions of expired ones, while the job removes them, and
 * afterwards.
 */
public final class ExpiredTokensBenchmark {

    private static final int CALLERS = Integer.getInteger("bench.callers", 16);
    private static final long ROWS = Long.getLong("bench.rows", 10_000_000);
    private static final long PIECE = 250_000;
    private static final Duration STRETCH = Duration.ofSeconds(Integer.getInteger("bench.seconds", 8));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 60));
    private static final int MEASURED_STRETCHES = Integer.getInteger("bench.purge-stretches", 4);
    private static final long TEN_DAYS = Duration.ofDays(10).toSeconds();
    private static final long FIRST_END =
            Instant.now().getEpochSecond() - Duration.ofDays(11).toSeconds();
    private static final String EXECUTIONS = "/admin/v1/jobs/purge-expired/executions";

    private final Load load = new Load(CALLERS);
    private final StringBuilder table = new StringBuilder("""
            | tokens in the table | scenario | requests/s | p50 ms | p99 ms | errors |
            |---|---|---:|---:|---:|---:|
            """);

    private ExpiredTokensBenchmark() {}

    public static void main() throws SQLException {
        new ExpiredTokensBenchmark().run();
    }

    private void run() throws SQLException {
        LibertyProcess server = LibertyProcess.named("expired");
        try (BenchDatabase database = BenchDatabase.under(server);
                SupportLinkSite site = SupportLinkSite.on(server.start(), CALLERS)) {
            load.warmUp(grants(site), WARM_UP);
            measure("few", site);
            server.stop();
            fill(database);
            server.start();
            load.warmUp(grants(site), WARM_UP);
            measure(String.format(Locale.ROOT, "%,d expired", ROWS), site);
            purge(SupportLinkSite.admin(server), site);
            measure("few again", site);
            System.out.println(database.name());
            System.out.println(table);
        }
    }

    private void measure(String when, SupportLinkSite site) {
        grants(site).forEach(grant -> tell(when, grant, load.run(grant, STRETCH)));
    }

    private void tell(String when, Scenario grant, Measurement measured) {
        String row = String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %.2f | %.2f | %d |%n",
                when,
                grant.name(),
                measured.perSecond(),
                measured.millis(50),
                measured.millis(99),
                measured.errors());
        System.out.print(row);
        table.append(row);
    }

    private static List<Scenario> grants(SupportLinkSite site) {
        return site.scenarios().stream()
                .filter(scenario -> scenario.name().equals(SupportLinkSite.PASSWORD)
                        || scenario.name().equals(SupportLinkSite.REFRESH))
                .toList();
    }

    /** Without the indexes, which are made anew afterwards: each row of its own would have to be put into all of them. */
    private static void fill(BenchDatabase database) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            long start = System.nanoTime();
            String primaryKey = primaryKey(statement);
            statement.execute("alter table inbound_token drop constraint " + primaryKey);
            statement.execute("drop index inbound_token_family");
            for (long done = 0; done < ROWS; done += PIECE) {
                statement.executeUpdate(insert(database, done, Math.min(PIECE, ROWS - done)));
            }
            statement.execute("alter table inbound_token add constraint " + primaryKey + " primary key (mac)");
            statement.execute("create index inbound_token_family on inbound_token (connection_id, family)");
            System.out.printf("%,d rows were stored in %d s%n", ROWS, (System.nanoTime() - start) / 1_000_000_000);
        }
    }

    private static String primaryKey(Statement statement) throws SQLException {
        try (ResultSet names = statement.executeQuery("select constraint_name from information_schema.table_constraints"
                + " where lower(table_name) = 'inbound_token' and constraint_type = 'PRIMARY KEY'")) {
            names.next();
            return names.getString(1);
        }
    }

    private static boolean isRunning(JsonObject execution) {
        return execution.getString("status").equals("running");
    }

    /**
     * Tokens that ended evenly over ten days, in the order of their ends, as the server would have stored them. An odd factor
     * puts the numbers of 32 bits in another order: within a second the hashes are spread.
     */
    private static String insert(BenchDatabase database, long from, long rows) {
        String place = "(" + from + " + n.place)";
        String end = "(" + FIRST_END + " + " + place + " * " + TEN_DAYS + " / " + ROWS + ")";
        String random = "cast(mod(" + place + " * 2654435761, 4294967296) as varchar(20))";
        String time = "timestamp with time zone '1970-01-01 00:00:00Z' + interval '1' second * ";
        return "insert into inbound_token (mac, mac_key, kind, connection_id, user_name, family, read_only, issued_at,"
                + " expires_at, generation) select " + database.hex(end) + " || rpad(" + random + ", 64, 'x'), 1,"
                + " 'refresh', i.connection_id, i.user_name, " + database.hex(end + " - " + TEN_DAYS) + " || rpad("
                + random + ", 24, 'x'), false, " + time + "(" + end + " - " + TEN_DAYS + "), " + time + end
                + ", i.generation from inbound_identity i, " + database.numbers(rows);
    }

    private void purge(AdminClient admin, SupportLinkSite site) {
        long start = System.nanoTime();
        JsonObject execution = admin.post(EXECUTIONS, null).expect(202).json();
        String path = EXECUTIONS + "/" + execution.getString("id");
        for (int stretch = 0; stretch < MEASURED_STRETCHES && isRunning(execution); stretch++) {
            measure("while they are removed", site);
            execution = admin.get(path).expect(200).json();
        }
        while (isRunning(execution)) {
            Load.pause(Duration.ofSeconds(1));
            execution = admin.get(path).expect(200).json();
        }
        System.out.printf(
                "The job ended as %s after %d s: %s%n",
                execution.getString("status"),
                (System.nanoTime() - start) / 1_000_000_000,
                execution.getJsonObject("counts"));
    }
}
