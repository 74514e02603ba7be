package dev.supportlink.store.access;

import dev.supportlink.access.Role;
import dev.supportlink.access.RoleGrant;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.platform.text.Word;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of {@code role_grant}. */
@Entity
@Table(name = "role_grant")
class RoleGrantRow {

    @Id
    String id;

    @Column(name = "user_id")
    String userId;

    @Column(name = "role_name")
    String role;

    @Column(name = "connection_id")
    @Nullable
    String connectionId;

    static RoleGrantRow of(String userId, RoleGrant grant) {
        RoleGrantRow row = new RoleGrantRow();
        row.id = Ids.next();
        row.userId = userId;
        row.role = grant.role().word();
        row.connectionId = grant.connectionId();
        return row;
    }

    RoleGrant toGrant() {
        Role known = Word.parse(Role.class, role)
                .orElseThrow(() -> new IllegalStateException("Unknown role in the database: " + role));
        return new RoleGrant(known, connectionId);
    }
}
