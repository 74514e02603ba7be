package dev.supportlink.sandbox.instance;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a test or a person may choose about how the simulated instance behaves. */
public final class InstanceBehaviour {

    private final Map<String, TableAccess> access = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> hiddenFields = new ConcurrentHashMap<>();
    private final Map<String, String> abortingRules = new ConcurrentHashMap<>();
    private volatile boolean tokensNeedInteractiveUser;
    private volatile boolean hibernating;
    private volatile boolean journalOnlyAsDisplayValue;
    private volatile int requestsPerHour = Integer.MAX_VALUE;

    /** Sets what ordinary users see of a table. */
    public InstanceBehaviour access(String table, TableAccess chosen) {
        access.put(table, chosen);
        return this;
    }

    /** Sets the same for all tables that only administrators must be able to read. */
    public InstanceBehaviour administrativeTables(TableAccess chosen) {
        AccessRules.ADMINISTRATIVE.forEach(table -> access(table, chosen));
        return this;
    }

    /** Leaves these fields of a table out of every row ordinary users read. */
    public InstanceBehaviour hideFields(String table, String... fields) {
        hiddenFields.put(table, Set.of(fields));
        return this;
    }

    /** Refuses the password grant to users who may only use web services. Sources disagree on whether instances do. */
    public InstanceBehaviour tokensNeedInteractiveUser(boolean needed) {
        tokensNeedInteractiveUser = needed;
        return this;
    }

    /** Answers everything with an HTML page and status 200, as a developer instance that was put to sleep. */
    public InstanceBehaviour hibernating(boolean asleep) {
        hibernating = asleep;
        return this;
    }

    /** Shows {@code comments_and_work_notes} only where display values are asked for; off by default. */
    public InstanceBehaviour journalOnlyAsDisplayValue(boolean only) {
        journalOnlyAsDisplayValue = only;
        return this;
    }

    /** Adds a rate limit rule for all users of the Table API. */
    public InstanceBehaviour rateLimit(int requests) {
        requestsPerHour = requests;
        return this;
    }

    /** Lets a business rule abort every write to a table. */
    public InstanceBehaviour abortWrites(String table, String ruleName) {
        abortingRules.put(table, ruleName);
        return this;
    }

    /** Lets writes to a table pass again. */
    public InstanceBehaviour allowWrites(String table) {
        abortingRules.remove(table);
        return this;
    }

    TableAccess access(String table) {
        return access.getOrDefault(table, TableAccess.READABLE);
    }

    boolean isHidden(String table, String field) {
        return hiddenFields.getOrDefault(table, Set.of()).contains(field);
    }

    boolean tokensNeedInteractiveUser() {
        return tokensNeedInteractiveUser;
    }

    boolean hibernating() {
        return hibernating;
    }

    boolean journalOnlyAsDisplayValue() {
        return journalOnlyAsDisplayValue;
    }

    int requestsPerHour() {
        return requestsPerHour;
    }

    Optional<String> abortingRule(String table) {
        return Optional.ofNullable(abortingRules.get(table));
    }
}
