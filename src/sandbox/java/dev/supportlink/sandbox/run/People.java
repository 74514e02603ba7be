package dev.supportlink.sandbox.run;

import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.state.Simulation;
import java.util.Map;
import java.util.Optional;

/** The three admins of the set-up, each a user with one admin role. */
final class People {

    static final String M365_ADMIN = "sandbox-m365-admin";

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final Map<String, String> ROLE_OF = Map.of(
            "sandbox-entra-admin",
            "entra-admin",
            "sandbox-servicenow-admin",
            "servicenow-admin",
            M365_ADMIN,
            "m365-admin");

    private final AdminApi admin;
    private final Notebook notebook;
    private final Progress progress;

    People(AdminApi admin, Notebook notebook, Progress progress) {
        this.admin = admin;
        this.notebook = notebook;
        this.progress = progress;
    }

    void make() {
        ROLE_OF.forEach(this::make);
    }

    /** Who answers the steps of an admin role; step 12 makes the tenant admin the administrator of step 13. */
    Optional<AdminApi> holderOf(String adminRole) {
        return adminRole.equals("administrator")
                ? Optional.of(user(M365_ADMIN))
                : ROLE_OF.entrySet().stream()
                        .filter(each -> each.getValue().equals(adminRole))
                        .map(each -> user(each.getKey()))
                        .findFirst();
    }

    AdminApi m365Admin() {
        return user(M365_ADMIN);
    }

    private AdminApi user(String name) {
        return admin.as(name, notebook.get(passwordNote(name)));
    }

    private void make(String name, String role) {
        // Noted before the call: a crash in between must not leave a user whose password nobody knows.
        if (notebook.find(passwordNote(name)).isEmpty()) {
            notebook.note(Map.of(passwordNote(name), Simulation.characters(ALPHABET, 28)));
        }
        ApiReply reply = admin.post("/admin/v1/users", body(name, role));
        if (reply.status() == 409) {
            user(name).get("/admin/v1/connections?limit=1").expect("Signing in as " + name, 200);
        } else {
            reply.expect("Making the user " + name, 200, 201);
            progress.line("Made the user " + name + " with the role " + role + ".");
        }
    }

    private String body(String name, String role) {
        return JsonTexts.object()
                .add("name", name)
                .add("password", notebook.get(passwordNote(name)))
                .add("roles", JsonTexts.array().add(JsonTexts.object().add("role", role)))
                .build()
                .toString();
    }

    private static String passwordNote(String name) {
        return "password of " + name;
    }
}
