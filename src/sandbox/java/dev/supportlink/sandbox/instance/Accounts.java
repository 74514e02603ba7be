package dev.supportlink.sandbox.instance;

import dev.supportlink.sandbox.state.Simulation;
import java.time.Duration;
import java.util.Optional;

/** Signs users in by password, and locks them out after five failures. */
final class Accounts {

    private static final int FAILURES_UNTIL_LOCKED = 5;
    private static final String FAILED = "failed_attempts";
    private static final String LOCKED = "locked_out";

    /** No column of the table: when the account was locked, for the automatic unlocking. */
    private static final String LOCKED_AT = "$locked_at";

    private final Simulation simulation;
    private final Tables tables;
    private final Properties properties;

    Accounts(Simulation simulation, Tables tables, Properties properties) {
        this.simulation = simulation;
        this.tables = tables;
        this.properties = properties;
    }

    Optional<Row> find(String userName) {
        return tables.get("sys_user").firstWith("user_name", userName);
    }

    Optional<Row> byId(String id) {
        return tables.get("sys_user").row(id);
    }

    /** The user, when the password is right and the account may be used now; the reason stays inside. */
    Optional<Row> signIn(String userName, String password) {
        Optional<Row> user = find(userName);
        user.ifPresent(this::unlockIfDue);
        if (user.isEmpty() || !hasPassword(user.get(), password)) {
            user.ifPresent(this::countFailure);
            return Optional.empty();
        }
        if (!mayBeUsed(user.get())) {
            return Optional.empty();
        }
        tables.touch(user.get(), FAILED, "0");
        tables.touch(user.get(), "last_login_time", InstanceTime.format(simulation.now()));
        return user;
    }

    boolean mayBeUsed(Row user) {
        return user.is("active") && !user.is(LOCKED);
    }

    void lock(Row user) {
        tables.touch(user, LOCKED, "true");
        tables.touch(user, LOCKED_AT, InstanceTime.format(simulation.now()));
    }

    void unlock(Row user) {
        tables.touch(user, LOCKED, "false");
        tables.touch(user, FAILED, "0");
    }

    private static boolean hasPassword(Row user, String password) {
        return !password.isEmpty() && user.has("user_password", password);
    }

    private void countFailure(Row user) {
        int failures = Integer.parseInt(user.get(FAILED)) + 1;
        tables.touch(user, FAILED, String.valueOf(failures));
        if (failures >= FAILURES_UNTIL_LOCKED && !user.is(LOCKED)) {
            lock(user);
        }
    }

    private void unlockIfDue(Row user) {
        if (user.is(LOCKED) && !user.get(LOCKED_AT).isEmpty()) {
            Duration wait = Duration.ofMinutes(Long.parseLong(properties.get(Properties.UNLOCK_MINUTES)));
            if (!simulation
                    .now()
                    .isBefore(InstanceTime.parse(user.get(LOCKED_AT)).plus(wait))) {
                unlock(user);
            }
        }
    }
}
