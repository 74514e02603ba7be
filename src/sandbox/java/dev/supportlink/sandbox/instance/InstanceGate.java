package dev.supportlink.sandbox.instance;

import dev.supportlink.sandbox.http.BasicCredentials;
import dev.supportlink.sandbox.http.Request;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Finds out who calls the Table API: by Basic or by Bearer. */
final class InstanceGate {

    private final Accounts accounts;
    private final OauthTokens tokens;
    private final OidcTokens foreign;
    private final Roles roles;
    private final Properties properties;

    InstanceGate(Accounts accounts, OauthTokens tokens, OidcTokens foreign, Roles roles, Properties properties) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.foreign = foreign;
        this.roles = roles;
        this.properties = properties;
    }

    Row admit(Request request) {
        Optional<Row> user =
                request.bearer().isPresent() ? byToken(request.bearer().get()) : byPassword(request);
        return user.filter(this::passwordIsFresh).orElseThrow(InstanceRefusal::notAuthenticated);
    }

    private Optional<Row> byToken(String token) {
        return tokens.find(OauthTokens.Kind.ACCESS, token)
                .flatMap(found -> accounts.byId(found.get("user")))
                .or(() -> foreign.user(token))
                .filter(accounts::mayBeUsed);
    }

    private Optional<Row> byPassword(Request request) {
        Optional<BasicCredentials> basic = request.basic();
        return basic.flatMap(pair -> accounts.signIn(pair.name(), pair.password()))
                .filter(this::passesBasicGate);
    }

    private boolean passwordIsFresh(Row user) {
        return !user.is("password_needs_reset") || !properties.isOn(Properties.RESET_MANDATORY);
    }

    /** New instances refuse Basic to accounts that can sign in interactively. */
    private boolean passesBasicGate(Row user) {
        boolean webServiceUser =
                user.is("web_service_access_only") && properties.isOn(Properties.GATE_ALLOWS_WEB_SERVICE_USERS);
        return !properties.isOn(Properties.GATE_ENFORCED) || webServiceUser || hasAllowedRole(user);
    }

    private boolean hasAllowedRole(Row user) {
        Set<String> held = roles.of(user);
        return Arrays.stream(properties.get(Properties.GATE_ROLES).split(",", -1))
                .map(String::strip)
                .anyMatch(held::contains);
    }
}
