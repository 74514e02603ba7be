package dev.supportlink.access;

import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import java.util.Optional;
import java.util.Set;

/** Keeps users. Every method joins the caller's transaction, or runs in one of its own. */
public interface UserRepository {

    boolean isEmpty();

    /** By id, or by name ignoring case; no name looks like an id. */
    Optional<User> find(String idOrName);

    /** For signing in; the name ignoring case. Read anew on each call, so that a change on any node counts at once. */
    Optional<StoredUser> findForSignIn(String name);

    /** In the order of their names. */
    Slice<User> list(PageRequest page);

    /** Stores a new one; {@link UserNameTaken} when another has the name, ignoring case. */
    void add(User user, PasswordHash password);

    /**
     * Replaces all roles and answers the user as stored; {@link dev.supportlink.platform.problem.StaleRevision} when the
     * user is no longer at this revision.
     */
    User replaceGrants(User user, Set<RoleGrant> grants);

    /** Whether an enabled user other than this one is operator; keeps other role changes waiting until the end. */
    boolean hasOtherOperator(String userId);
}
