package dev.supportlink.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;

/** Issues links and opens them. */
public final class HandOverLinks {

    private final AdminClient operator;
    private final URI base;
    private final String connection;

    public HandOverLinks(AdminClient operator, URI base, String connection) {
        this.operator = operator;
        this.base = base;
        this.connection = connection;
    }

    public String path() {
        return "/admin/v1/connections/" + connection + "/setup/hand-overs";
    }

    /** A new hand-over of this role, as the call that made it answered. */
    public JsonObject issue(String role) {
        return operator.post(
                        path(),
                        Json.createObjectBuilder().add("adminRole", role).build())
                .expect(201)
                .json();
    }

    /** How the operator sees it now. */
    public JsonObject read(JsonObject issued) {
        return operator.get(path() + "/" + issued.getString("id")).expect(200).json();
    }

    /** A browser that has opened a new link of this role. */
    public BrowserClient browser(String role) {
        return opened(issue(role));
    }

    /** A new browser that has opened this link. */
    public BrowserClient opened(JsonObject issued) {
        BrowserClient browser = new BrowserClient(base);
        browser.open(issued.getString("link")).expect(201);
        return browser;
    }
}
