package dev.supportlink.outbound.servicenow;

import dev.supportlink.platform.problem.UpstreamException.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the texts of an instance's errors stand for; many causes share a status, and only the text tells them apart. */
enum InstanceSayings {
    CANCELLED("Transaction cancelled", Kind.UNAVAILABLE, "instance-transaction-cancelled"),
    // The right to write is there; the row is wrong.
    DATA_POLICY("Data Policy", Kind.REJECTED, "instance-data-policy"),
    BUSINESS_RULE("Business Rule", Kind.REJECTED, "instance-business-rule"),
    ACL("ACL Exception", Kind.FORBIDDEN, "instance-acl-refused"),
    RIGHTS("Insufficient rights", Kind.FORBIDDEN, "instance-insufficient-rights"),
    API_ACL("User Not Authorized", Kind.FORBIDDEN, "instance-user-not-authorized"),
    TABLE("Invalid table", Kind.NOT_FOUND, "instance-table-missing"),
    RECORD("No Record found", Kind.NOT_FOUND, "instance-record-not-found"),
    RESOURCE("does not represent any resource", Kind.NOT_FOUND, "instance-no-such-resource"),
    AUTHENTICATION("not authenticated", Kind.UNAUTHENTICATED, "instance-user-not-authenticated"),
    RATE("Rate limit", Kind.THROTTLED, "instance-rate-limit");

    private final String words;
    private final Kind kind;
    private final String reason;

    InstanceSayings(String words, Kind kind, String reason) {
        this.words = words;
        this.kind = kind;
        this.reason = reason;
    }

    /** The first one whose words occur in the text, ignoring case; releases differ in it. */
    static Optional<InstanceSayings> in(String text) {
        return List.of(values()).stream()
                .filter(saying -> saying.occursIn(text))
                .findFirst();
    }

    Kind kind() {
        return kind;
    }

    String reason() {
        return reason;
    }

    private boolean occursIn(String text) {
        return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }
}
