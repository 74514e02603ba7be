package dev.supportlink.sandbox.instance;

import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.http.Parameters;
import dev.supportlink.sandbox.http.Request;
import java.util.Optional;
import java.util.Set;

/** {@code /oauth_token.do} and {@code /oauth_revoke_token.do}, with one answer for every kind of failure. */
final class OauthEndpoint {

    private static final Set<String> SECRET_PARAMETERS =
            Set.of("grant_type", "client_id", "client_secret", "username", "password", "refresh_token");

    private final Tables tables;
    private final Accounts accounts;
    private final Properties properties;
    private final OauthTokens tokens;
    private final InstanceBehaviour behaviour;

    OauthEndpoint(
            Tables tables, Accounts accounts, Properties properties, OauthTokens tokens, InstanceBehaviour behaviour) {
        this.tables = tables;
        this.accounts = accounts;
        this.properties = properties;
        this.tokens = tokens;
        this.behaviour = behaviour;
    }

    Answer token(Request request) {
        return readable(request).flatMap(this::grant).orElseGet(OauthEndpoint::refused);
    }

    /** Possession of the token suffices, and an unknown one is no failure. */
    Answer revoke(Request request) {
        request.query().value("token").or(() -> request.form().value("token")).ifPresent(tokens::revoke);
        return Answer.empty(200);
    }

    private Optional<Parameters> readable(Request request) {
        boolean inQuery = request.query().names().stream().anyMatch(SECRET_PARAMETERS::contains);
        if (inQuery) {
            return properties.isOn(Properties.BODY_ONLY) ? Optional.empty() : Optional.of(request.query());
        }
        return request.isForm() ? Optional.of(request.form()) : Optional.empty();
    }

    private Optional<Answer> grant(Parameters form) {
        Optional<Row> client = client(form);
        return switch (form.value("grant_type").orElse("")) {
            case "password" -> client.flatMap(found -> byPassword(found, form));
            case "refresh_token" -> client.flatMap(found -> byRefreshToken(found, form));
            case "client_credentials" -> client.flatMap(this::byClientCredentials);
            default -> Optional.empty();
        };
    }

    private Optional<Row> client(Parameters form) {
        String id = form.value("client_id").orElse("");
        String secret = form.value("client_secret").orElse("");
        return tables.get("oauth_entity")
                .firstWith("client_id", id)
                .filter(row -> row.has("client_secret", secret) && row.has("type", "client") && row.is("active"));
    }

    private Optional<Answer> byPassword(Row client, Parameters form) {
        if (properties.isOn(Properties.PASSWORD_GRANT_OFF)) {
            return Optional.empty();
        }
        String name = form.value("username").orElse("");
        String password = form.value("password").orElse("");
        return accounts.signIn(name, password).filter(this::mayGetToken).map(user -> {
            Row access = tokens.renew(OauthTokens.Kind.ACCESS, client, user);
            return issued(access, tokens.renew(OauthTokens.Kind.REFRESH, client, user));
        });
    }

    /** The refresh token comes back as it was; its end does not move. */
    private Optional<Answer> byRefreshToken(Row client, Parameters form) {
        return tokens.find(OauthTokens.Kind.REFRESH, form.value("refresh_token").orElse(""))
                .filter(refresh -> refresh.has("peer", client.id()))
                .flatMap(refresh -> accounts.byId(refresh.get("user"))
                        .filter(this::mayGetToken)
                        .map(user -> issued(tokens.current(OauthTokens.Kind.ACCESS, client, user), refresh)));
    }

    private Optional<Answer> byClientCredentials(Row client) {
        if (!properties.isOn(Properties.CLIENT_CREDENTIALS_ON)) {
            return Optional.empty();
        }
        return accounts.byId(client.get("user")).filter(this::mayGetToken).map(user -> {
            Row access = tokens.current(OauthTokens.Kind.ACCESS, client, user);
            return issued(access, tokens.current(OauthTokens.Kind.REFRESH, client, user));
        });
    }

    private boolean mayGetToken(Row user) {
        boolean refusedAsNonInteractive = behaviour.tokensNeedInteractiveUser() && user.is("web_service_access_only");
        return accounts.mayBeUsed(user) && !user.is("password_needs_reset") && !refusedAsNonInteractive;
    }

    private Answer issued(Row access, Row refresh) {
        return Answer.json(
                200,
                JsonTexts.object()
                        .add("access_token", access.get("token"))
                        .add("refresh_token", refresh.get("token"))
                        .add("scope", "useraccount")
                        .add("token_type", "Bearer")
                        .add("expires_in", Math.max(0, tokens.secondsLeft(access)))
                        .build());
    }

    private static Answer refused() {
        return Answer.json(
                401,
                JsonTexts.object()
                        .add("error_description", "access_denied")
                        .add("error", "server_error")
                        .build());
    }
}
