package dev.supportlink.sandbox.entra;

import dev.supportlink.sandbox.state.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** One application registration with its service principal, secrets and granted permissions. */
public final class Application {

    private static final String SECRET_ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789~._-+@[]:&";

    /** Whether the tenant can use the application. */
    public enum Principal {
        ENABLED,
        DISABLED,
        MISSING
    }

    private final Simulation simulation;
    private final EntraBehaviour behaviour;
    private final Registration registration;
    private final List<ClientSecret> secrets = new CopyOnWriteArrayList<>();
    private final List<String> redirectUris = new CopyOnWriteArrayList<>();
    private final List<String> identifierUris = new CopyOnWriteArrayList<>();
    private final Set<String> grantedRoles = new ConcurrentSkipListSet<>();
    private final Set<String> owners = new ConcurrentSkipListSet<>();
    private volatile String displayName;
    private volatile String signInAudience = "AzureADMyOrg";
    private volatile String requiredResourceAccess = "[]";
    private volatile Principal principal = Principal.ENABLED;
    private volatile boolean blockedByConditionalAccess;
    private volatile boolean assignmentRequired;
    private volatile int tokenVersion = 1;

    /** The identifiers Entra gives at registration. */
    record Registration(String objectId, String appId, String principalId, Instant createdAt) {}

    Application(Simulation simulation, EntraBehaviour behaviour, Registration registration, String displayName) {
        this.simulation = simulation;
        this.behaviour = behaviour;
        this.registration = registration;
        this.displayName = displayName;
    }

    /** The application (client) ID. */
    public String appId() {
        return registration.appId();
    }

    /** The object ID of the registration. */
    public String objectId() {
        return registration.objectId();
    }

    /** The object ID of the enterprise application. */
    public String principalId() {
        return registration.principalId();
    }

    /** When it was registered. */
    public Instant createdAt() {
        return registration.createdAt();
    }

    /** The name shown in the portal. */
    public String displayName() {
        return displayName;
    }

    /** Renames it. */
    public Application displayName(String name) {
        displayName = name;
        return changed();
    }

    /** Adds a secret that works for so long from now on; its value is in the answer. */
    public ClientSecret addSecret(String name, Duration life) {
        return addSecret(name, simulation.now(), simulation.now().plus(life));
    }

    /** Adds a secret with a start and an end, which may lie in the past. */
    public ClientSecret addSecret(String name, Instant startsAt, Instant endsAt) {
        Instant usableFrom = behaviour.usableFrom(simulation.now(), simulation.chance());
        return addSecret(new ClientSecret(
                Simulation.guid(), name, Simulation.characters(SECRET_ALPHABET, 40), startsAt, endsAt, usableFrom));
    }

    ClientSecret addSecret(ClientSecret secret) {
        secrets.add(secret);
        changed();
        return secret;
    }

    /** Removes a secret; false when there is none with this key. */
    public boolean removeSecret(String keyId) {
        boolean removed = secrets.removeIf(secret -> secret.keyId().equals(keyId));
        changed();
        return removed;
    }

    /** All secrets, expired ones included. */
    public List<ClientSecret> secrets() {
        return List.copyOf(secrets);
    }

    /** The secret with this value, if the application has it. */
    public Optional<ClientSecret> secret(String value) {
        return secrets.stream().filter(secret -> secret.value().equals(value)).findFirst();
    }

    /** Grants application permissions of Graph, as admin consent does. */
    public Application grant(String... roles) {
        grantedRoles.addAll(List.of(roles));
        return changed();
    }

    /** Takes application permissions of Graph away. */
    public Application revoke(String... roles) {
        List.of(roles).forEach(grantedRoles::remove);
        return changed();
    }

    /** The granted application permissions of Graph. */
    public Set<String> grantedRoles() {
        return Set.copyOf(grantedRoles);
    }

    /** Enables, disables or deletes the enterprise application. */
    public Application principal(Principal state) {
        principal = state;
        return changed();
    }

    /** The state of the enterprise application. */
    public Principal principal() {
        return principal;
    }

    /** Lets a Conditional Access policy for workload identities block the application, or not. */
    public Application blockedByConditionalAccess(boolean blocked) {
        blockedByConditionalAccess = blocked;
        return changed();
    }

    /** Whether Conditional Access blocks it. */
    public boolean blockedByConditionalAccess() {
        return blockedByConditionalAccess;
    }

    /** Lets only applications that an app role was assigned to get tokens for this one as an API, or all. */
    public Application assignmentRequired(boolean required) {
        assignmentRequired = required;
        return changed();
    }

    /** Whether it gives tokens only to applications that were assigned to it. */
    public boolean assignmentRequired() {
        return assignmentRequired;
    }

    /** Sets the Web redirect URIs. */
    public Application redirectUris(Collection<String> uris) {
        return replace(redirectUris, uris);
    }

    /** The Web redirect URIs. */
    public List<String> redirectUris() {
        return List.copyOf(redirectUris);
    }

    /** Who may sign in: {@code AzureADMyOrg} is this organizational directory only. */
    public Application signInAudience(String audience) {
        signInAudience = audience;
        return changed();
    }

    /** Who may sign in. */
    public String signInAudience() {
        return signInAudience;
    }

    /** Sets the permissions that it asks for, as the JSON list that Graph shows. */
    public Application requiredResourceAccess(String list) {
        requiredResourceAccess = list;
        return changed();
    }

    /** The permissions that it asks for, which are granted by consent only. */
    public String requiredResourceAccess() {
        return requiredResourceAccess;
    }

    /** Sets the Application ID URIs under which tokens for it can be asked. */
    public Application identifierUris(Collection<String> uris) {
        return replace(identifierUris, uris);
    }

    /** The Application ID URIs. */
    public List<String> identifierUris() {
        return List.copyOf(identifierUris);
    }

    /** Makes a service principal an owner, which it needs to change the registration itself. */
    public Application ownedBy(String principalObjectId) {
        owners.add(principalObjectId);
        return changed();
    }

    /** The object IDs of its owners. */
    public Set<String> owners() {
        return Set.copyOf(owners);
    }

    /** Sets which version of access tokens this application takes as an API: 1 or 2. */
    public Application requestedAccessTokenVersion(int version) {
        tokenVersion = version;
        return changed();
    }

    /** Which version of access tokens this application takes as an API. */
    public int requestedAccessTokenVersion() {
        return tokenVersion;
    }

    private Application replace(List<String> list, Collection<String> values) {
        list.clear();
        list.addAll(values);
        return changed();
    }

    private Application changed() {
        simulation.changes().note();
        return this;
    }
}
