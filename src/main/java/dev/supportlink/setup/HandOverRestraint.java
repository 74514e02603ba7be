package dev.supportlink.setup;

import dev.supportlink.access.SignedIn;
import dev.supportlink.audit.AuditTrail;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.InstanceUrl;
import dev.supportlink.connection.TenantDomain;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretVault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the holder of a hand-over from pointing a connection elsewhere: never to another inbound mode, and not to another
 * instance or tenant once a credential is stored. Looks at an answer before anybody outside is asked, and at the change
 * itself when it is stored, because somebody may have stored a credential in between.
 */
@ApplicationScoped
public class HandOverRestraint {

    private static final String INSTANCE_URL = "instanceUrl";
    private static final String TENANT_DOMAIN = "tenantDomain";
    private static final String INBOUND_MODE = "inboundMode";

    @Inject
    SecretVault vault;

    @Inject
    ServerSettings server;

    @Inject
    AuditTrail audit;

    /** FieldNotAllowed for an answer that asks for such a change; one of wrong form is left to the step. */
    void refuse(SignedIn user, Connection connection, JsonObject answers) {
        if (user.handOver().isEmpty()) {
            return;
        }
        try {
            refuseMode(text(answers, INBOUND_MODE)
                    .filter(mode -> !mode.equals(connection.inboundMode().word())));
            refuseTarget(connection, otherInstance(connection, answers).or(() -> otherTenant(connection, answers)));
        } catch (FieldNotAllowed refused) {
            audit.record(
                    user.name(),
                    "hand-over-change-refused",
                    connection.id(),
                    Map.of("field", refused.errors().get(0).field()));
            throw refused;
        }
    }

    /** The same for what is about to be stored. */
    void refuse(SignedIn user, Connection before, Connection after) {
        if (user.handOver().isEmpty()) {
            return;
        }
        refuseMode(Optional.of(after.inboundMode().word()).filter(mode -> after.inboundMode() != before.inboundMode()));
        if (!Objects.equals(url(before), url(after))) {
            refuseTarget(before, Optional.of(INSTANCE_URL));
        }
        if (!before.tenant().domain().equalsIgnoreCase(after.tenant().domain())) {
            refuseTarget(before, Optional.of(TENANT_DOMAIN));
        }
    }

    private Optional<String> otherInstance(Connection connection, JsonObject answers) {
        return text(answers, INSTANCE_URL)
                .flatMap(url -> InstanceUrl.parse(url, server.sandbox()))
                .filter(url -> !url.equals(url(connection)))
                .map(url -> INSTANCE_URL);
    }

    private static Optional<String> otherTenant(Connection connection, JsonObject answers) {
        return text(answers, TENANT_DOMAIN)
                .flatMap(TenantDomain::parse)
                .filter(domain -> !domain.equalsIgnoreCase(connection.tenant().domain()))
                .map(domain -> TENANT_DOMAIN);
    }

    private static void refuseMode(Optional<String> wanted) {
        wanted.ifPresent(mode -> {
            throw new FieldNotAllowed(INBOUND_MODE, "can be changed by an operator only.");
        });
    }

    private void refuseTarget(Connection connection, Optional<String> field) {
        field.filter(changed -> holdsCredential(connection)).ifPresent(changed -> {
            throw new FieldNotAllowed(changed, "can be changed by an operator only, because a credential is stored.");
        });
    }

    private boolean holdsCredential(Connection connection) {
        return Arrays.stream(SecretKind.values())
                .anyMatch(kind -> vault.current(connection.id(), kind).isPresent());
    }

    private static @Nullable URI url(Connection connection) {
        Instance instance = connection.instance();
        return instance == null ? null : instance.url();
    }

    private static Optional<String> text(JsonObject answers, String name) {
        return answers.get(name) instanceof JsonString given
                ? Optional.of(given.getString().strip())
                : Optional.empty();
    }
}
