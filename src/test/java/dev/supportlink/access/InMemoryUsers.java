package dev.supportlink.access;

import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.platform.problem.StaleRevision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Users in memory, with the contract of the stored ones as far as one thread at a time can see it. */
final class InMemoryUsers implements UserRepository {

    private final Map<String, StoredUser> byName = new TreeMap<>();

    @Override
    public boolean isEmpty() {
        return byName.isEmpty();
    }

    @Override
    public Optional<User> find(String idOrName) {
        return byName.values().stream()
                .map(StoredUser::user)
                .filter(user -> user.id().equals(idOrName) || user.name().equalsIgnoreCase(idOrName))
                .findFirst();
    }

    @Override
    public Optional<StoredUser> findForSignIn(String name) {
        return Optional.ofNullable(byName.get(UserName.fold(name)));
    }

    @Override
    public Slice<User> list(PageRequest page) {
        List<User> all = byName.values().stream().map(StoredUser::user).toList();
        return new Slice<>(all, null);
    }

    @Override
    public void add(User user, PasswordHash password) {
        if (byName.putIfAbsent(UserName.fold(user.name()), new StoredUser(user, password)) != null) {
            throw new UserNameTaken(user.name());
        }
    }

    @Override
    public User replaceGrants(User user, Set<RoleGrant> grants) {
        User stored = find(user.id()).orElseThrow();
        if (stored.revision() != user.revision()) {
            throw new StaleRevision("The user");
        }
        return put(stored, stored.enabled(), grants);
    }

    @Override
    public boolean hasOtherOperator(String userId) {
        return byName.values().stream()
                .map(StoredUser::user)
                .anyMatch(user -> !user.id().equals(userId)
                        && user.enabled()
                        && user.grants().contains(new RoleGrant(Role.OPERATOR, null)));
    }

    /** What an administrator of the database could do; it counts as a change. */
    void disable(String name) {
        User user = find(name).orElseThrow();
        put(user, false, user.grants());
    }

    private User put(User user, boolean enabled, Set<RoleGrant> grants) {
        User changed = new User(user.id(), user.name(), enabled, grants, user.revision() + 1, user.createdAt());
        byName.computeIfPresent(UserName.fold(user.name()), (name, old) -> new StoredUser(changed, old.password()));
        return changed;
    }
}
