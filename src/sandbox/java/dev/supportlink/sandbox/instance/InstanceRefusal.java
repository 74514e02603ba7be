package dev.supportlink.sandbox.instance;

import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.JsonTexts;
import jakarta.json.JsonObjectBuilder;

/** A Table API request the simulated instance refuses, in ServiceNow's shape. */
final class InstanceRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String NO_DETAIL = "";

    private final int status;
    private final String detail;

    InstanceRefusal(int status, String message, String detail) {
        super(message, null, false, false);
        this.status = status;
        this.detail = detail;
    }

    /** One body for every reason: ServiceNow says the true one only in its own log. */
    static InstanceRefusal notAuthenticated() {
        return new InstanceRefusal(401, "User Not Authenticated", "Required to provide Auth information");
    }

    static InstanceRefusal noSuchTable(String table) {
        return new InstanceRefusal(400, "Invalid table " + table, "Table " + table + " does not exist");
    }

    static InstanceRefusal noSuchResource() {
        return new InstanceRefusal(400, "Requested URI does not represent any resource", NO_DETAIL);
    }

    static InstanceRefusal noRecord() {
        return new InstanceRefusal(
                404, "No Record found", "Record doesn't exist or ACL restricts the record retrieval");
    }

    static InstanceRefusal mayNotQuery() {
        return new InstanceRefusal(403, "Insufficient rights to query records", NO_DETAIL);
    }

    static InstanceRefusal mayNotCall() {
        return new InstanceRefusal(403, "User Not Authorized", "Failed API level ACL Validation");
    }

    static InstanceRefusal mayNot(String operation) {
        return operationFailed("ACL Exception " + operation + " Failed due to security constraints");
    }

    static InstanceRefusal dataPolicy(String problem) {
        return operationFailed("Data Policy Exception: " + problem);
    }

    static InstanceRefusal businessRule(String table, String rule) {
        return operationFailed("Operation against file '" + table + "' was aborted by Business Rule '" + rule
                + "'. Business Rule Stack:" + rule);
    }

    static InstanceRefusal uniqueKey(String table) {
        return operationFailed("Unique Key violation detected by database (table " + table + ")");
    }

    static InstanceRefusal badRequest(String message, String detail) {
        return new InstanceRefusal(400, message, detail);
    }

    private static InstanceRefusal operationFailed(String detail) {
        return new InstanceRefusal(403, "Operation Failed", detail);
    }

    Answer answer() {
        JsonObjectBuilder error = JsonTexts.object().add("message", String.valueOf(getMessage()));
        if (detail.isEmpty()) {
            error.addNull("detail");
        } else {
            error.add("detail", detail);
        }
        return Answer.json(
                status,
                JsonTexts.object().add("error", error).add("status", "failure").build());
    }
}
