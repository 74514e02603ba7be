package dev.supportlink.sandbox.entra;

import dev.supportlink.sandbox.state.Simulation;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** One Microsoft 365 tenant with its domains and application registrations. */
public final class Tenant {

    private final Simulation simulation;
    private final EntraBehaviour behaviour;
    private final String id;
    private final String displayName;
    private final List<String> domains;
    private final Map<String, Application> applications = new ConcurrentHashMap<>();
    private volatile boolean elsewhere;
    private volatile boolean secretsForbidden;

    Tenant(Simulation simulation, EntraBehaviour behaviour, String id, String displayName, List<String> domains) {
        this.simulation = simulation;
        this.behaviour = behaviour;
        this.id = id;
        this.displayName = displayName;
        this.domains = new CopyOnWriteArrayList<>(domains);
    }

    /** The tenant ID. */
    public String id() {
        return id;
    }

    /** The name of the organization. */
    public String displayName() {
        return displayName;
    }

    /** Its verified domains, the initial one first. */
    public List<String> domains() {
        return List.copyOf(domains);
    }

    /** Adds a verified domain. */
    public Tenant addDomain(String domain) {
        domains.add(domain);
        simulation.changes().note();
        return this;
    }

    /** Registers an application of this tenant only, with its service principal and no permissions. */
    public Application register(String name) {
        Application.Registration ids =
                new Application.Registration(Simulation.guid(), Simulation.guid(), Simulation.guid(), simulation.now());
        return add(new Application(simulation, behaviour, ids, name));
    }

    Application restore(Application.Registration ids, String name) {
        return add(new Application(simulation, behaviour, ids, name));
    }

    /** Deletes a registration. */
    public void delete(Application application) {
        applications.remove(application.appId());
        simulation.changes().note();
    }

    /** The registration with this client ID. */
    public Optional<Application> application(String appId) {
        return Optional.ofNullable(applications.get(appId.toLowerCase(Locale.ROOT)));
    }

    /** All registrations. */
    public Collection<Application> applications() {
        return List.copyOf(applications.values());
    }

    /** Lets the tenant live in another national cloud, or here again. */
    public Tenant elsewhere(boolean inAnotherCloud) {
        elsewhere = inAnotherCloud;
        simulation.changes().note();
        return this;
    }

    /** Whether it lives in another national cloud. */
    public boolean elsewhere() {
        return elsewhere;
    }

    /** Lets an app management policy forbid new secrets, or not; existing ones go on working. */
    public Tenant secretsForbidden(boolean forbidden) {
        secretsForbidden = forbidden;
        simulation.changes().note();
        return this;
    }

    /** Whether an app management policy forbids new secrets. */
    public boolean secretsForbidden() {
        return secretsForbidden;
    }

    boolean isNamed(String idOrDomain) {
        return id.equalsIgnoreCase(idOrDomain) || domains.stream().anyMatch(idOrDomain::equalsIgnoreCase);
    }

    private Application add(Application application) {
        applications.put(application.appId(), application);
        simulation.changes().note();
        return application;
    }
}
