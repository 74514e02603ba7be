package dev.supportlink.sandbox.graph;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few {@code $filter} expressions on issues that public code is known to use. */
final class IssueFilter {

    private static final Pattern RESOLVED = Pattern.compile("isResolved eq (true|false)");
    private static final Pattern SERVICE = Pattern.compile("service eq '([^']*)'");
    private static final Pattern MODIFIED = Pattern.compile("lastModifiedDateTime (ge|gt) (\\S+)");

    private IssueFilter() {}

    static Predicate<HealthIssue> parse(String expression) {
        Predicate<HealthIssue> all = issue -> true;
        for (String part : expression.split(" and ", -1)) {
            all = all.and(term(part.strip()));
        }
        return all;
    }

    private static Predicate<HealthIssue> term(String term) {
        Matcher resolved = RESOLVED.matcher(term);
        if (resolved.matches()) {
            boolean wanted = Boolean.parseBoolean(resolved.group(1));
            return issue -> issue.isResolved() == wanted;
        }
        Matcher service = SERVICE.matcher(term);
        if (service.matches()) {
            return issue -> issue.service().equals(service.group(1));
        }
        Matcher modified = MODIFIED.matcher(term);
        if (modified.matches()) {
            return modifiedSince(modified.group(2), modified.group(1).equals("ge"));
        }
        throw GraphRefusal.badRequest("Invalid filter clause: " + term);
    }

    private static Predicate<HealthIssue> modifiedSince(String text, boolean inclusive) {
        try {
            Instant since = Instant.parse(text);
            return issue -> issue.modifiedAt().isAfter(since)
                    || (inclusive && issue.modifiedAt().equals(since));
        } catch (DateTimeParseException wrong) {
            throw GraphRefusal.badRequest("Invalid date in filter: " + text);
        }
    }
}
