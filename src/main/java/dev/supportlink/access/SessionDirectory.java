package dev.supportlink.access;

import dev.supportlink.secret.Secret;
import java.util.Optional;

/** Knows sessions of one kind by the value of their cookie; asked at every request, so that an end counts at once. */
public interface SessionDirectory {

    /** Who is behind the value; empty when there is no such session of this kind, or it has ended. */
    Optional<SignedIn> find(Secret value);
}
