package dev.supportlink.setup;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Tenant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the tenant behind a domain without credentials, through the login hosts' discovery documents. */
public interface TenantResolver {

    /**
     * The tenant with its id and cloud; empty when no login host knows the domain. With a cloud only that cloud is asked,
     * without one global, us-gov and china in this order. Throws UpstreamException when a host cannot be asked.
     */
    Optional<Tenant> resolve(String domain, @Nullable Cloud cloud);
}
