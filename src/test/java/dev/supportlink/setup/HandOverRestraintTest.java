package dev.supportlink.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.supportlink.access.HandOverPass;
import dev.supportlink.access.Role;
import dev.supportlink.access.RoleGrant;
import dev.supportlink.access.SignedIn;
import dev.supportlink.connection.AdminRole;
import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.SetupType;
import dev.supportlink.connection.Tenant;
import dev.supportlink.outbound.testing.FakeVault;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.ProblemType;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretState;
import dev.supportlink.testing.AuditNotes;
import dev.supportlink.testing.Connections;
import dev.supportlink.testing.SetupPath;
import dev.supportlink.testing.TestSettings;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the holder of a hand-over cannot change. */
class HandOverRestraintTest {

    private static final Connection CONNECTION = Connections.basic();
    private static final SignedIn HOLDER =
            SignedIn.by(new HandOverPass("one", CONNECTION.id(), AdminRole.SERVICENOW_ADMIN));
    private static final SignedIn USER =
            new SignedIn("anna", Set.of(new RoleGrant(Role.SERVICENOW_ADMIN, CONNECTION.id())));

    private final FakeVault vault = new FakeVault();
    private final AuditNotes audit = new AuditNotes();
    private final HandOverRestraint restraint = new HandOverRestraint();

    @BeforeEach
    void open() {
        restraint.vault = vault;
        restraint.audit = audit;
        restraint.server = ServerSettings.over(TestSettings.of(Map.of()));
    }

    @ParameterizedTest
    @EnumSource(SecretKind.class)
    void targetsStayOnceAnyCredentialIsStored(SecretKind kind) {
        store(kind);

        assertRefused("instanceUrl", () -> answer("{'instanceUrl':'https://evil.service-now.com'}"));
        assertRefused("tenantDomain", () -> answer("{'tenantDomain':'evil.onmicrosoft.com'}"));
        assertRefused("instanceUrl", () -> change(elsewhere()));
        assertRefused("instanceUrl", () -> change(CONNECTION.withInstance(null)));
        assertRefused("tenantDomain", () -> change(anotherTenant()));
    }

    @Test
    void targetsMayMoveBeforeThatAndAfterItsEnd() {
        assertAllowed(() -> answer("{'instanceUrl':'https://other.service-now.com'}"));
        assertAllowed(() -> change(elsewhere()));
        assertAllowed(() -> change(anotherTenant()));

        store(SecretKind.OUTBOUND_CLIENT_SECRET);
        vault.discard(CONNECTION.id(), SecretKind.OUTBOUND_CLIENT_SECRET, SecretState.REMOVED);
        assertAllowed(() -> answer("{'tenantDomain':'other.onmicrosoft.com'}"));
    }

    @Test
    void inboundModeStaysWhateverIsStored() {
        assertRefused("inboundMode", () -> answer("{'inboundMode':'direct'}"));
        assertThat(audit.lines()).containsExactly("hand-over:one hand-over-change-refused {field=inboundMode}");
        assertRefused("inboundMode", () -> change(CONNECTION.withSetup(SetupType.BASIC, InboundMode.DIRECT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'inboundMode':'gateway'}",
                "{'instanceUrl':'https://contoso.service-now.com/'}",
                "{'instanceUrl':' https://CONTOSO.service-now.com:443 '}",
                "{'tenantDomain':'Contoso.onmicrosoft.com'}",
                "{'test':true,'basicAuthenticationAllowed':'yes'}",
                "{}"
            })
    void whatIsAlreadySoMayBeSaidAgain(String answers) {
        store(SecretKind.INSTANCE_USER_PASSWORD);

        assertAllowed(() -> answer(answers));
        assertAllowed(() -> change(CONNECTION));
    }

    @ParameterizedTest
    @CsvSource({"'{\"instanceUrl\":7}'", "'{\"instanceUrl\":\"no url\"}'", "'{\"tenantDomain\":\"no domain\"}'"})
    void whatHasNoFormIsLeftToTheStep(String answers) {
        store(SecretKind.INSTANCE_USER_PASSWORD);

        assertAllowed(() -> answer(answers));
    }

    @Test
    void usersAreNotHeld() {
        store(SecretKind.INSTANCE_USER_PASSWORD);

        assertAllowed(() ->
                restraint.refuse(USER, CONNECTION, SetupPath.json("{'instanceUrl':'https://other.service-now.com'}")));
        assertAllowed(() -> restraint.refuse(USER, CONNECTION, elsewhere()));
        assertAllowed(
                () -> restraint.refuse(USER, CONNECTION, CONNECTION.withSetup(SetupType.BASIC, InboundMode.DIRECT)));
    }

    private void store(SecretKind kind) {
        vault.store(CONNECTION.id(), kind, "somewhere", Secret.generate(), null);
    }

    private void answer(String answers) {
        restraint.refuse(HOLDER, CONNECTION, SetupPath.json(answers));
    }

    private void change(Connection after) {
        restraint.refuse(HOLDER, CONNECTION, after);
    }

    private static Connection elsewhere() {
        return CONNECTION.withInstance(new Instance(URI.create("https://evil.service-now.com")));
    }

    private static Connection anotherTenant() {
        return CONNECTION.withTenant(new Tenant("evil.onmicrosoft.com", Connections.TENANT_ID, Cloud.GLOBAL));
    }

    private static void assertAllowed(ThrowingCallable change) {
        assertThatCode(change).doesNotThrowAnyException();
    }

    private static void assertRefused(String field, ThrowingCallable change) {
        assertThatThrownBy(change).asInstanceOf(type(FieldNotAllowed.class)).satisfies(refused -> {
            assertThat(refused.type()).isEqualTo(ProblemType.FORBIDDEN);
            assertThat(refused.errors()).extracting(FieldError::field).containsExactly(field);
        });
    }
}
