package dev.supportlink.setup;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.secret.SecretKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Knows what each stored secret of a connection is bound to at present. */
@ApplicationScoped
public class SecretTargets {

    @Inject
    OutboundTrial outboundTrial;

    /** Empty while there is no such target: the tenant is not resolved, or there is no instance. */
    Optional<String> of(Connection connection, SecretKind kind) {
        return kind.ofApplication()
                ? Optional.ofNullable(connection.tenant().id()).map(id -> outboundTrial.target(connection.tenant()))
                : Optional.ofNullable(connection.instance()).map(Instance::origin);
    }
}
