package dev.supportlink.store.inbound;

import dev.supportlink.platform.text.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** One audience by which tokens for a connection are found. */
@Entity
@Table(name = "entra_audience")
@NullUnmarked
class EntraAudienceRow {

    @Id
    String id;

    @Column(name = "connection_id")
    String connectionId;

    int place;

    @Column(name = "tenant_id")
    String tenantId;

    String audience;

    @Column(name = "rest_user_client_id")
    String restUserClientId;

    static EntraAudienceRow of(EntraCallerRow caller, int place, String audience) {
        EntraAudienceRow row = new EntraAudienceRow();
        row.id = Ids.next();
        row.connectionId = caller.connectionId;
        row.place = place;
        row.tenantId = caller.tenantId;
        row.audience = audience;
        row.restUserClientId = caller.restUserClientId;
        return row;
    }
}
