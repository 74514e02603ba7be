package dev.supportlink.sandbox.entra;

import dev.supportlink.sandbox.state.Simulation;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.regex.Pattern;

/** All tenants of one login host, and the names under which Graph is known there. */
final class Directory {

    static final String GRAPH_APP_ID = "00000003-0000-0000-c000-000000000000";

    private static final Set<String> SHARED = Set.of("common", "organizations", "consumers");
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{4,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

    private final Simulation simulation;
    private final EntraBehaviour behaviour;
    private final Map<String, Tenant> byName = new ConcurrentHashMap<>();
    private final Set<Tenant> tenants = new CopyOnWriteArraySet<>();
    private final Set<String> graphNames = new CopyOnWriteArraySet<>();

    Directory(Simulation simulation, EntraBehaviour behaviour) {
        this.simulation = simulation;
        this.behaviour = behaviour;
    }

    Tenant add(String id, String displayName, List<String> domains) {
        Tenant tenant = new Tenant(simulation, behaviour, id, displayName, domains);
        tenants.add(tenant);
        simulation.changes().note();
        return tenant;
    }

    void clear() {
        tenants.clear();
        byName.clear();
    }

    Collection<Tenant> tenants() {
        return List.copyOf(tenants);
    }

    Optional<Tenant> find(String idOrDomain) {
        Tenant known = byName.get(idOrDomain.toLowerCase(Locale.ROOT));
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Tenant> found =
                tenants.stream().filter(tenant -> tenant.isNamed(idOrDomain)).findFirst();
        found.ifPresent(tenant -> byName.put(idOrDomain.toLowerCase(Locale.ROOT), tenant));
        return found;
    }

    Tenant resolve(String idOrDomain) {
        if (SHARED.contains(idOrDomain)) {
            throw Aadsts.TENANT_NOT_SPECIFIC.about("/" + idOrDomain);
        }
        if (!GUID.matcher(idOrDomain).matches() && !DOMAIN.matcher(idOrDomain).matches()) {
            throw Aadsts.TENANT_MALFORMED.about(idOrDomain);
        }
        return find(idOrDomain).orElseThrow(() -> Aadsts.TENANT_UNKNOWN.about(idOrDomain));
    }

    void graphIsKnownAs(String resource) {
        graphNames.add(withoutSlash(resource));
    }

    boolean isGraph(String resource) {
        return resource.equalsIgnoreCase(GRAPH_APP_ID) || graphNames.contains(withoutSlash(resource));
    }

    private static String withoutSlash(String resource) {
        return resource.endsWith("/") ? resource.substring(0, resource.length() - 1) : resource;
    }
}
