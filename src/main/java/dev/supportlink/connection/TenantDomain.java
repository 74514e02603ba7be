package dev.supportlink.connection;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of a tenant domain: a DNS name of two labels or more, stored in lower case. */
public final class TenantDomain {

    public static final String FORM =
            "must be a domain name of the tenant, such as contoso.onmicrosoft.com or contoso.com";

    private static final int MAX_LENGTH = 253;
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private TenantDomain() {}

    /** The domain in lower case; empty when the text has not the form. */
    public static Optional<String> parse(String text) {
        String domain = text.strip().toLowerCase(Locale.ROOT);
        return domain.length() <= MAX_LENGTH && NAME.matcher(domain).matches() ? Optional.of(domain) : Optional.empty();
    }
}
