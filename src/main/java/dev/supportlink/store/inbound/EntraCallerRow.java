package dev.supportlink.store.inbound;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** Who calls one connection with tokens of its tenant. */
@Entity
@Table(name = "entra_caller")
@NullUnmarked
class EntraCallerRow {

    @Id
    @Column(name = "connection_id")
    String connectionId;

    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "rest_api_client_id")
    String restApiClientId;

    @Column(name = "rest_user_client_id")
    String restUserClientId;

    @Column(name = "last_call_at")
    Instant lastCallAt;
}
