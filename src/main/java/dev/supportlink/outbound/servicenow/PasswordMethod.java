package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Connection;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretVault;
import dev.supportlink.secret.SecretVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The password grant with the stored client secret and password. */
@ApplicationScoped
class PasswordMethod implements SignInMethod {

    @Inject
    SignIn signIn;

    @Inject
    SecretVault vault;

    @Override
    public List<String> secretVersions(Connection connection) {
        return List.of(
                version(connection, SecretKind.INSTANCE_CLIENT_SECRET),
                version(connection, SecretKind.INSTANCE_USER_PASSWORD));
    }

    @Override
    public Attempt prepare(Connection connection, InstanceAccount account) {
        Secret clientSecret = open(connection, account, SecretKind.INSTANCE_CLIENT_SECRET);
        Secret password = open(connection, account, SecretKind.INSTANCE_USER_PASSWORD);
        return () -> signIn.attempt(account, clientSecret, password);
    }

    @Override
    public String refusal() {
        return "instance-credential-refused";
    }

    private Secret open(Connection connection, InstanceAccount account, SecretKind kind) {
        return vault.open(connection.id(), kind, account.origin()).orElseThrow(InstanceAccount::missing);
    }

    private String version(Connection connection, SecretKind kind) {
        return vault.current(connection.id(), kind).map(SecretVersion::id).orElseThrow(InstanceAccount::missing);
    }
}
