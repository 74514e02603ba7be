package dev.supportlink.outbound.servicenow;

import static dev.supportlink.outbound.testing.Failures.codeOf;
import static dev.supportlink.outbound.testing.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Instance;
import dev.supportlink.outbound.testing.OutboundBeans;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.sandbox.instance.InstanceSimulator;
import dev.supportlink.sandbox.instance.InstanceUser;
import dev.supportlink.sandbox.instance.TableAccess;
import dev.supportlink.secret.Secret;
import dev.supportlink.setup.InstanceAdministration;
import dev.supportlink.setup.InstanceAdministration.Account;
import dev.supportlink.setup.InstanceAdministration.Administrator;
import dev.supportlink.setup.InstanceAdministration.MadeClient;
import dev.supportlink.setup.InstanceTrial;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is looked at and made at the simulated instance with an administrator's name and password. */
class AdministratorContractTest {

    private static InstanceSimulator simulator;
    private static OutboundBeans beans;

    private String connectionId;
    private String userName;
    private Instance instance;
    private InstanceUser admin;

    @BeforeAll
    static void start() {
        simulator = InstanceSimulator.start(Clock.systemUTC());
        beans = OutboundBeans.start(Map.of("supportlink.outbound.circuit-breaker.calls", "1000"));
    }

    @AfterAll
    static void stop() {
        beans.close();
        simulator.close();
    }

    @BeforeEach
    void freshNames() {
        simulator.faults().clear();
        simulator.behaviour().administrativeTables(TableAccess.READABLE);
        connectionId = Ids.next();
        userName = "supportlink." + connectionId.substring(0, 8);
        instance = new Instance(simulator.baseUri(), null, userName, true);
        admin = simulator
                .admin()
                .addUser("admin." + connectionId, "A", "B")
                .give("admin")
                .give("snc_basic_auth_api_access");
        simulator.requests().clear();
    }

    @Test
    void userIsSeenAsItIs() {
        simulator.admin().addIntegrationUser(userName).set("locked_out", "true");

        Account account = administration()
                .account(instance, administrator(), userName, connectionId)
                .orElseThrow();

        assertThat(account.active()).isTrue();
        assertThat(account.lockedOut()).isTrue();
        assertThat(account.passwordNeedsReset()).isFalse();
        assertThat(account.webServiceAccessOnly()).isTrue();
        assertThat(account.roles()).containsExactly("incident_manager");
        assertThat(account.madeForConnection()).isFalse();
    }

    @Test
    void missingUserIsMissing() {
        assertThat(administration().account(instance, administrator(), userName, connectionId))
                .isEmpty();
    }

    @Test
    void accountThatSeesNobodyKnowsNothing() {
        simulator.behaviour().administrativeTables(TableAccess.ROWS_OMITTED);
        admin.take("admin").give("itil");

        assertThat(codeOf(() -> administration().account(instance, administrator(), userName, connectionId)))
                .isEqualTo("instance-admin-not-allowed");
    }

    @Test
    void wrongPasswordIsTriedOnce() {
        Administrator wrong = new Administrator(Secret.of(admin.userName()), Secret.of("wrong"));

        assertThat(codeOf(() -> administration().account(instance, wrong, userName, connectionId)))
                .isEqualTo("instance-admin-refused");

        assertThat(admin.failedAttempts()).isEqualTo(1);
        assertThat(simulator.requests().all()).hasSize(1);
    }

    @Test
    void accountWithoutTheRightIsTold() {
        admin.take("admin").give("itil");

        assertThat(codeOf(() -> administration().makeUser(instance, administrator(), userName, secret(), connectionId)))
                .isEqualTo("instance-admin-not-allowed");
        assertThat(simulator.admin().hasUser(userName)).isFalse();
    }

    @Test
    void userIsMadeAsTheGuideSaysAndMayBeMadeAgain() {
        administration().makeUser(instance, administrator(), userName, Secret.of("first"), connectionId);
        administration().makeUser(instance, administrator(), userName, Secret.of("second"), connectionId);

        InstanceUser made = simulator.admin().user(userName);
        assertThat(made.roles()).containsExactly("incident_manager");
        assertThat(made.value("web_service_access_only")).isEqualTo("true");
        assertThat(made.password()).isEqualTo("second");
        assertThat(rows("sys_user_has_role", "user", made.sysId())).hasSize(1);
        assertThat(administration()
                        .account(instance, administrator(), userName, connectionId)
                        .orElseThrow()
                        .madeForConnection())
                .isTrue();
    }

    @Test
    void brokenAttemptIsCompletedByTheNext() {
        simulator.faults().on("POST", "/api/now/table/sys_user", 1, Fault.lostAnswer());
        assertThat(failureOf(() -> administration()
                                .makeUser(instance, administrator(), userName, Secret.of("first"), connectionId))
                        .kind()
                        .passing())
                .isTrue();

        administration().makeUser(instance, administrator(), userName, Secret.of("second"), connectionId);

        assertThat(rows("sys_user", "user_name", userName)).hasSize(1);
        assertThat(simulator.admin().user(userName).password()).isEqualTo("second");
    }

    @Test
    void registrationIsMadeOnceAndSignsIn() {
        MadeClient first =
                administration().makeClient(instance, administrator(), "SupportLink x " + userName, connectionId);
        MadeClient client =
                administration().makeClient(instance, administrator(), "SupportLink x " + userName, connectionId);
        administration().makeUser(instance, administrator(), userName, Secret.of("password"), connectionId);

        assertThat(client.clientId()).isEqualTo(first.clientId());
        assertThat(client.clientSecret()).isNotEqualTo(first.clientSecret());
        assertThat(rows("oauth_entity", "client_id", client.clientId())).hasSize(1);
        Instance complete = new Instance(simulator.baseUri(), client.clientId(), userName, true);
        beans.get(InstanceTrial.class).signIn(complete, client.clientSecret(), Secret.of("password"));
    }

    @Test
    void registrationOfSomebodyElseIsNotTouched() {
        String name = "SupportLink " + userName;
        String before = simulator.admin().addOauthEndpoint(name).clientSecret();

        assertThat(codeOf(() -> administration().makeClient(instance, administrator(), name, connectionId)))
                .isEqualTo("oauth-entity-not-ours");
        assertThat(simulator.admin().oauthEndpoint(name).orElseThrow().clientSecret())
                .isEqualTo(before);
    }

    @Test
    void newSecretsAreLongAndNeverTheSame() {
        assertThat(secret().reveal()).matches("Sl1-[A-Za-z0-9_-]{43}");
        assertThat(secret()).isNotEqualTo(secret());
    }

    private Administrator administrator() {
        return new Administrator(Secret.of(admin.userName()), Secret.of(admin.password()));
    }

    private static Secret secret() {
        return administration().newSecret();
    }

    private static InstanceAdministration administration() {
        return beans.get(InstanceAdministration.class);
    }

    private static List<Map<String, String>> rows(String table, String field, String value) {
        return simulator.admin().rows(table).stream()
                .filter(row -> value.equals(row.get(field)))
                .toList();
    }
}
