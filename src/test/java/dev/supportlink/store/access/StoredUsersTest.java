package dev.supportlink.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.access.PasswordHash;
import dev.supportlink.access.Role;
import dev.supportlink.access.RoleGrant;
import dev.supportlink.access.User;
import dev.supportlink.access.UserNameTaken;
import dev.supportlink.access.UserRepository;
import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.platform.problem.StaleRevision;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.testing.StoredConnection;
import dev.supportlink.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredUsersTest {

    private static final PasswordHash HASH = PasswordHash.parse("pbkdf2-sha512$210000$c2FsdA==$aGFzaA==");
    private static final RoleGrant OPERATOR = new RoleGrant(Role.OPERATOR, null);

    @ParameterizedTest
    @EnumSource
    void keepsEveryField(TestDatabase database) {
        String connection = StoredConnection.in(database);
        User user = user("Whole", OPERATOR, new RoleGrant(Role.ENTRA_ADMIN, connection));

        users(database).add(user, HASH);

        assertThat(users(database).find(user.id())).contains(user);
        assertThat(users(database).find(user.name().toUpperCase(Locale.ROOT))).contains(user);
        assertThat(users(database).findForSignIn(user.name().toLowerCase(Locale.ROOT)))
                .hasValueSatisfying(stored -> {
                    assertThat(stored.user()).isEqualTo(user);
                    assertThat(stored.password().format()).isEqualTo(HASH.format());
                });
        assertThat(users(database).findForSignIn(user.id())).isEmpty();
        assertThat(users(database).isEmpty()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void namesAreUniqueIgnoringCase(TestDatabase database) {
        User user = user("Name");
        users(database).add(user, HASH);
        User same = new User(Ids.next(), user.name().toUpperCase(Locale.ROOT), true, Set.of(), 1, user.createdAt());

        assertThatThrownBy(() -> users(database).add(same, HASH)).isInstanceOf(UserNameTaken.class);
    }

    @ParameterizedTest
    @EnumSource
    void grantsAreReplacedAsAWhole(TestDatabase database) {
        User user = user("Grants", OPERATOR, new RoleGrant(Role.AUDITOR, null));
        users(database).add(user, HASH);

        User changed = users(database).replaceGrants(user, Set.of(new RoleGrant(Role.AUDITOR, null)));

        assertThat(changed.revision()).isEqualTo(2);
        assertThat(users(database).find(user.id())).contains(changed);
        assertThatThrownBy(() -> users(database).replaceGrants(user, Set.of())).isInstanceOf(StaleRevision.class);
    }

    @ParameterizedTest
    @EnumSource
    void otherOperatorIsOneOfAllConnections(TestDatabase database) {
        User user = user("Operator", OPERATOR);
        users(database).add(user, HASH);
        assertThat(users(database).hasOtherOperator(Ids.next())).isTrue();

        users(database).add(user("Auditor", new RoleGrant(Role.AUDITOR, null)), HASH);
        boolean others = database.inTransaction(entities -> {
            entities.createQuery("delete from RoleGrantRow g where g.userId <> :user and g.role = 'operator'")
                    .setParameter("user", user.id())
                    .executeUpdate();
            StoredUsers adapter = new StoredUsers();
            adapter.entities = entities;
            return adapter.hasOtherOperator(user.id());
        });
        assertThat(others).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void pagesHoldEveryUserOnceInOrder(TestDatabase database) {
        for (int i = 0; i < 5; i++) {
            users(database).add(user("Page", OPERATOR), HASH);
        }

        List<String> names = new ArrayList<>();
        Slice<User> page = users(database).list(new PageRequest(2, null));
        names.addAll(namesOf(page));
        while (page.nextCursor() != null) {
            page = users(database).list(new PageRequest(2, page.nextCursor()));
            names.addAll(namesOf(page));
        }

        assertThat(names).doesNotHaveDuplicates().isSorted().hasSizeGreaterThanOrEqualTo(5);
        assertThat(namesOf(users(database).list(new PageRequest(200, null)))).isEqualTo(names);
    }

    private static List<String> namesOf(Slice<User> page) {
        return page.items().stream()
                .map(user -> user.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static User user(String prefix, RoleGrant... grants) {
        return new User(
                Ids.next(), prefix + Ids.next(), true, Set.of(grants), 1, Instant.parse("2026-11-23T10:00:00.123456Z"));
    }

    private static UserRepository users(TestDatabase database) {
        return database.port(UserRepository.class, entities -> {
            StoredUsers adapter = new StoredUsers();
            adapter.entities = entities;
            return adapter;
        });
    }
}
