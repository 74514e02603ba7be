package dev.supportlink.store.access;

import dev.supportlink.access.PasswordHash;
import dev.supportlink.access.RoleGrant;
import dev.supportlink.access.StoredUser;
import dev.supportlink.access.User;
import dev.supportlink.access.UserName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;

/** A row of {@code user_account}. */
@Entity
@Table(name = "user_account")
class UserRow {

    @Id
    String id;

    @Column
    String name;

    @Column(name = "name_folded")
    String nameFolded;

    @Column(name = "password_hash")
    String passwordHash;

    @Column
    boolean enabled;

    @Column
    long revision;

    @Column(name = "created_at")
    Instant createdAt;

    static UserRow of(User user, PasswordHash password) {
        UserRow row = new UserRow();
        row.id = user.id();
        row.name = user.name();
        row.nameFolded = UserName.fold(user.name());
        row.passwordHash = password.format();
        row.enabled = user.enabled();
        row.revision = user.revision();
        row.createdAt = user.createdAt();
        return row;
    }

    User toUser(Set<RoleGrant> grants) {
        return new User(id, name, enabled, grants, revision, createdAt);
    }

    StoredUser toStoredUser(Set<RoleGrant> grants) {
        return new StoredUser(toUser(grants), PasswordHash.parse(passwordHash));
    }
}
