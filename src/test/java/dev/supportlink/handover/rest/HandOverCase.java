package dev.supportlink.handover.rest;

import dev.supportlink.platform.text.Ids;
import dev.supportlink.testing.Evaluation;
import dev.supportlink.testing.HandOverLinks;
import dev.supportlink.testing.SharedDeployment;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;

/** A new connection for each test, and the links to it. */
abstract class HandOverCase extends SharedDeployment {

    static final String CURRENT = "/admin/v1/hand-over-sessions/current";

    String connection;
    HandOverLinks links;

    @BeforeEach
    void makeConnection() {
        connection = Evaluation.connection(firstUser(), "hand-over " + Ids.next());
        links = new HandOverLinks(firstUser(), SERVER.base(), connection);
    }

    /** The newest audit event of the connection with this action. */
    JsonObject auditOf(String action) {
        return firstUser()
                .get("/admin/v1/audit-events?limit=1&connection=" + connection + "&action=" + action)
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }
}
