package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Instance;
import dev.supportlink.outbound.http.Calls;
import dev.supportlink.outbound.http.RestClients;
import dev.supportlink.outbound.http.Target;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.secret.Secret;
import dev.supportlink.setup.InstanceAdministration;
import dev.supportlink.setup.script.InstanceNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at users and makes users and registrations with an administrator's name and password. */
@ApplicationScoped
public class AdministratorConnector implements InstanceAdministration {

    private static final String USERS = "sys_user";
    private static final String USER_NAME = "user_name";
    private static final String FIRST_NAME = "SupportLink";
    private static final List<String> USER_FIELDS = List.of(
            "sys_id",
            USER_NAME,
            "first_name",
            "last_name",
            "active",
            "locked_out",
            "password_needs_reset",
            "web_service_access_only");
    private static final String GRANTS = "sys_user_has_role";
    private static final String REGISTRY = "oauth_entity";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    RestClients clients;

    @Inject
    Calls calls;

    @Inject
    Clock clock;

    @Override
    public Optional<Account> account(
            Instance instance, Administrator administrator, String userName, String connectionId) {
        AdministratorSession session = session(instance, administrator);
        Optional<Map<String, String>> user = session.find(USERS, USER_NAME, userName, USER_FIELDS);
        if (user.isEmpty()) {
            refuseBlindness(session, administrator);
        }
        return user.map(row -> account(session, row, connectionId));
    }

    @Override
    public void makeUser(
            Instance instance, Administrator administrator, String userName, Secret password, String connectionId) {
        AdministratorSession session = session(instance, administrator);
        String role = session.find("sys_user_role", "name", InstanceNames.ROLE, List.of("sys_id", "name"))
                .map(row -> row.get("sys_id"))
                .orElseThrow(() -> new UpstreamException(
                        "instance", Kind.REJECTED, "instance-role-unknown", "The instance has no such role."));
        Map<String, String> values = Map.of(
                USER_NAME,
                userName,
                "first_name",
                FIRST_NAME,
                "last_name",
                connectionId,
                "active",
                "true",
                "web_service_access_only",
                "true",
                "password_needs_reset",
                "false",
                "user_password",
                password.reveal());
        String user = session.find(USERS, USER_NAME, userName, USER_FIELDS)
                .map(row -> changed(session, row, values))
                .orElseGet(() -> id(session.create(USERS, values, "sys_id")));
        if (grants(session, user).stream().noneMatch(role::equals)) {
            session.create(GRANTS, Map.of("user", user, "role", role), "sys_id");
        }
    }

    @Override
    public MadeClient makeClient(Instance instance, Administrator administrator, String name, String connectionId) {
        AdministratorSession session = session(instance, administrator);
        String mark = "Made by SupportLink for connection " + connectionId;
        Secret secret = newSecret();
        Optional<Map<String, String>> present =
                session.find(REGISTRY, "name", name, List.of("sys_id", "name", "client_id", "comments"));
        if (present.isPresent()) {
            Map<String, String> row = present.get();
            if (!mark.equals(row.get("comments"))) {
                throw new UpstreamException(
                        "instance", Kind.CONFLICT, "oauth-entity-not-ours", "Somebody else made this registration.");
            }
            session.update(REGISTRY, id(row), Map.of("client_secret", secret.reveal(), "active", "true"));
            return new MadeClient(clientId(row), secret);
        }
        Map<String, String> made = session.create(
                REGISTRY,
                Map.of(
                        "name",
                        name,
                        "type",
                        "client",
                        "active",
                        "true",
                        "comments",
                        mark,
                        "client_secret",
                        secret.reveal()),
                "sys_id,client_id");
        return new MadeClient(clientId(made), secret);
    }

    /** A new value that every usual password rule accepts, with 256 random bits. */
    @Override
    public Secret newSecret() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Secret.of("Sl1-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    private static String changed(AdministratorSession session, Map<String, String> row, Map<String, String> values) {
        session.update(USERS, id(row), values);
        return id(row);
    }

    private static Account account(AdministratorSession session, Map<String, String> row, String connectionId) {
        Set<String> roles =
                session
                        .list(GRANTS, EncodedQuery.where("user", id(row)), List.of("user", "role.name", "state"))
                        .stream()
                        .filter(grant -> id(row).equals(grant.get("user")) && !"inactive".equals(grant.get("state")))
                        .map(grant -> grant.getOrDefault("role.name", ""))
                        .collect(Collectors.toSet());
        return new Account(
                is(row, "active"),
                is(row, "locked_out"),
                is(row, "password_needs_reset"),
                is(row, "web_service_access_only"),
                roles,
                FIRST_NAME.equals(row.get("first_name")) && connectionId.equals(row.get("last_name")));
    }

    private static List<String> grants(AdministratorSession session, String user) {
        return session.list(GRANTS, EncodedQuery.where("user", user), List.of("user", "role")).stream()
                .filter(grant -> user.equals(grant.get("user")))
                .map(grant -> grant.getOrDefault("role", ""))
                .toList();
    }

    /** Who sees not even the own row sees nobody's; then an empty answer says nothing. */
    private static void refuseBlindness(AdministratorSession session, Administrator administrator) {
        String own = administrator.userName().reveal();
        if (session.find(USERS, USER_NAME, own, List.of(USER_NAME)).isEmpty()) {
            throw new UpstreamException(
                    "instance", Kind.FORBIDDEN, "instance-admin-not-allowed", "The account may not read users.");
        }
    }

    private AdministratorSession session(Instance instance, Administrator administrator) {
        Target target = new Target("instance", instance.url());
        AdministratorClient client = clients.client(AdministratorClient.class, target, new InstanceErrors(clock));
        return AdministratorSession.of(calls, target, client, administrator);
    }

    private static String clientId(Map<String, String> row) {
        return required(row, "client_id");
    }

    private static String id(Map<String, String> row) {
        return required(row, "sys_id");
    }

    private static String required(Map<String, String> row, String field) {
        String value = row.getOrDefault(field, "");
        if (value.isEmpty()) {
            throw new UpstreamException("instance", Kind.MALFORMED, null, "The instance named no " + field + ".");
        }
        return value;
    }

    private static boolean is(Map<String, String> row, String field) {
        return "true".equals(row.get(field));
    }
}
