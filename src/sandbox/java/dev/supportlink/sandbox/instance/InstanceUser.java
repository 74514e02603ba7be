package dev.supportlink.sandbox.instance;

import dev.supportlink.sandbox.state.Simulation;
import java.util.Set;

/** One user of the instance, as an administrator sees and changes it. */
public final class InstanceUser {

    private static final String PASSWORD_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789!%&+=?@";

    private final Tables tables;
    private final Accounts accounts;
    private final Roles roles;
    private final String userName;

    InstanceUser(Tables tables, Accounts accounts, Roles roles, String userName) {
        this.tables = tables;
        this.accounts = accounts;
        this.roles = roles;
        this.userName = userName;
    }

    /** The User ID. */
    public String userName() {
        return userName;
    }

    /** The record's sys_id. */
    public String sysId() {
        return value(Row.ID);
    }

    /** The password as it is now. */
    public String password() {
        return value("user_password");
    }

    /** Sets a password. */
    public InstanceUser password(String password) {
        return set("user_password", password);
    }

    /** Sets a random password. */
    public InstanceUser newPassword() {
        return password(Simulation.characters(PASSWORD_ALPHABET, 24));
    }

    /** Any column of the user's record. */
    public String value(String column) {
        synchronized (tables) {
            return row().get(column);
        }
    }

    /** Changes any column of the user's record, such as {@code web_service_access_only}. */
    public InstanceUser set(String column, String value) {
        synchronized (tables) {
            tables.touch(row(), column, value);
            return this;
        }
    }

    /** Activates or deactivates the account. */
    public InstanceUser active(boolean active) {
        return set("active", String.valueOf(active));
    }

    /** Locks the account as too many failures do. */
    public InstanceUser lock() {
        synchronized (tables) {
            accounts.lock(row());
            return this;
        }
    }

    /** Unlocks the account. */
    public InstanceUser unlock() {
        synchronized (tables) {
            accounts.unlock(row());
            return this;
        }
    }

    /** Whether the account is locked. */
    public boolean isLocked() {
        return value("locked_out").equals("true");
    }

    /** How often in a row the password was wrong. */
    public int failedAttempts() {
        return Integer.parseInt(value("failed_attempts"));
    }

    /** Gives a role. */
    public InstanceUser give(String role) {
        synchronized (tables) {
            roles.give(row(), role);
            return this;
        }
    }

    /** Takes a role away. */
    public InstanceUser take(String role) {
        synchronized (tables) {
            roles.take(row(), role);
            return this;
        }
    }

    /** The roles the user has. */
    public Set<String> roles() {
        synchronized (tables) {
            return roles.of(row());
        }
    }

    private Row row() {
        return accounts.find(userName).orElseThrow(() -> new IllegalStateException("There is no user " + userName));
    }
}
