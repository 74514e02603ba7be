package dev.supportlink.store.access;

import dev.supportlink.access.PasswordHash;
import dev.supportlink.access.Role;
import dev.supportlink.access.RoleGrant;
import dev.supportlink.access.StoredUser;
import dev.supportlink.access.User;
import dev.supportlink.access.UserName;
import dev.supportlink.access.UserNameTaken;
import dev.supportlink.access.UserRepository;
import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.platform.problem.StaleRevision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Users in the database; a list's cursor is the name of the last user shown. */
@ApplicationScoped
@Transactional
public class StoredUsers implements UserRepository {

    @PersistenceContext(unitName = "supportlink")
    EntityManager entities;

    @Override
    public boolean isEmpty() {
        return entities.createQuery("select u.id from UserRow u", String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    @Override
    public Optional<User> find(String idOrName) {
        return entities.createQuery(
                        "select u from UserRow u where u.id = :text or u.nameFolded = :folded", UserRow.class)
                .setParameter("text", idOrName)
                .setParameter("folded", UserName.fold(idOrName))
                .getResultStream()
                .findFirst()
                .map(row -> row.toUser(grantsOf(row.id)));
    }

    @Override
    public Optional<StoredUser> findForSignIn(String name) {
        return entities.createQuery("select u from UserRow u where u.nameFolded = :folded", UserRow.class)
                .setParameter("folded", UserName.fold(name))
                .getResultStream()
                .findFirst()
                .map(row -> row.toStoredUser(grantsOf(row.id)));
    }

    @Override
    public Slice<User> list(PageRequest page) {
        List<UserRow> rows = entities.createQuery(
                        "select u from UserRow u where u.nameFolded > :cursor order by u.nameFolded", UserRow.class)
                .setParameter("cursor", page.cursor() == null ? "" : page.cursor())
                .setMaxResults(page.limit() + 1)
                .getResultList();
        List<UserRow> shown = rows.subList(0, Math.min(page.limit(), rows.size()));
        Map<String, Set<RoleGrant>> grants = grantsOf(shown);
        String next = rows.size() > page.limit() ? shown.get(page.limit() - 1).nameFolded : null;
        return new Slice<>(
                shown.stream()
                        .map(row -> row.toUser(grants.getOrDefault(row.id, Set.of())))
                        .toList(),
                next);
    }

    @Override
    public void add(User user, PasswordHash password) {
        if (find(user.name()).isPresent()) {
            throw new UserNameTaken(user.name());
        }
        entities.persist(UserRow.of(user, password));
        try {
            entities.flush();
        } catch (PersistenceException raced) {
            throw new UserNameTaken(user.name());
        }
        user.grants().forEach(grant -> entities.persist(RoleGrantRow.of(user.id(), grant)));
    }

    @Override
    public User replaceGrants(User user, Set<RoleGrant> grants) {
        UserRow row = entities.find(UserRow.class, user.id(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null || row.revision != user.revision()) {
            throw new StaleRevision("The user");
        }
        row.revision++;
        entities.createQuery("delete from RoleGrantRow g where g.userId = :user")
                .setParameter("user", user.id())
                .executeUpdate();
        grants.forEach(grant -> entities.persist(RoleGrantRow.of(user.id(), grant)));
        return row.toUser(grants);
    }

    @Override
    public boolean hasOtherOperator(String userId) {
        List<RoleGrantRow> operators = entities.createQuery(
                        "select g from RoleGrantRow g where g.role = :role and g.connectionId is null",
                        RoleGrantRow.class)
                .setParameter("role", Role.OPERATOR.word())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        return operators.stream()
                .filter(grant -> !grant.userId.equals(userId))
                .anyMatch(grant -> entities.find(UserRow.class, grant.userId).enabled);
    }

    private Set<RoleGrant> grantsOf(String userId) {
        return entities.createQuery("select g from RoleGrantRow g where g.userId = :user", RoleGrantRow.class)
                .setParameter("user", userId)
                .getResultStream()
                .map(RoleGrantRow::toGrant)
                .collect(Collectors.toSet());
    }

    private Map<String, Set<RoleGrant>> grantsOf(List<UserRow> rows) {
        return entities.createQuery("select g from RoleGrantRow g where g.userId in :users", RoleGrantRow.class)
                .setParameter("users", rows.stream().map(row -> row.id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        grant -> grant.userId, Collectors.mapping(RoleGrantRow::toGrant, Collectors.toSet())));
    }
}
