package dev.supportlink.connection;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of a tenant domain: a DNS name of two labels or more, stored in lower case. */
public final class TenantDomain {

    public static final String FORM =
            "must be a domain name of the tenant, such as contoso.onmicrosoft.com or contoso.com";

    private static final String TENANT_ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final int MAX_LENGTH = 253;
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private TenantDomain() {}

    /** What is wrong with a text that {@link #parse} refuses, and what a right one looks like. */
    public static String problem(String text) {
        String domain = text.strip();
        String mistake = domain.contains("://") || domain.contains("/")
                ? "is a web address; "
                : domain.contains("@")
                        ? "is an e-mail address, give the part after the @; "
                        : domain.matches(TENANT_ID)
                                ? "is a tenant ID, which is found out from the domain; "
                                : domain.contains(".") ? "" : "has no dot; ";
        return mistake + (mistake.isEmpty() ? FORM : "it " + FORM);
    }

    /** The domain in lower case; empty when the text has not the form. */
    public static Optional<String> parse(String text) {
        String domain = text.strip().toLowerCase(Locale.ROOT);
        return domain.length() <= MAX_LENGTH && NAME.matcher(domain).matches() ? Optional.of(domain) : Optional.empty();
    }
}
