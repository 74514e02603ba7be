package dev.supportlink.setup.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.sandbox.instance.InstanceSimulator;
import dev.supportlink.sandbox.instance.InstanceUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The REST calls, made by the real bash and curl, at a simulated instance. */
class RestCallsTest {

    /** Notes the arguments, then is the real thing. */
    private static final String RECORDING_CURL =
            "#!/usr/bin/env bash\nprintf '%%s\\n' \"$@\" >> '%s'\nexec %s \"$@\"\n";

    @TempDir
    Path folder;

    private InstanceSimulator simulator;
    private Connection connection;
    private Instance instance;
    private InstanceUser admin;
    private Path arguments;
    private RunProgram programs;

    @BeforeEach
    void startInstance() throws Exception {
        assumeTrue(Interpreter.exists("bash") && Interpreter.exists("curl"), "There is no bash or no curl here.");
        simulator = InstanceSimulator.start(Clock.systemUTC());
        instance = new Instance(simulator.baseUri());
        connection = ScriptFixture.connection("Contoso", Cloud.GLOBAL, instance);
        admin = simulator
                .admin()
                .addUser("root \"\\ admin", "Root", "Admin")
                .give("admin")
                .give("snc_basic_auth_api_access");
        admin.password("pass \"word\\ '$(touch pwned)` %");
        arguments = folder.resolve("arguments.txt");
        programs = new RunProgram(folder);
        String curl = Stream.of("/usr/bin/curl", "/bin/curl", "/usr/local/bin/curl")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElse("curl");
        programs.standIn("curl", String.format(RECORDING_CURL, arguments, curl));
    }

    @AfterEach
    void stopInstance() {
        if (simulator != null) {
            simulator.close();
        }
    }

    @Test
    void oauthEndpointIsMadeOnce() throws Exception {
        Script script = ScriptFixture.named(InstanceScripts.inboundClient(connection, instance), "rest-calls");
        RunProgram.Result first = run(script, "");
        assertThat(first.code()).as(first.err()).isZero();
        Map<String, String> row =
                rows("oauth_entity", "name", "SupportLink Contoso").get(0);
        assertThat(row).containsEntry("type", "client").containsEntry("active", "true");
        assertThat(first.out())
                .contains("Created the OAuth API endpoint.")
                .contains("/oauth_entity.do?sys_id=" + row.get("sys_id"));
        RunProgram.Result second = run(script, "");
        assertThat(second.out()).contains("Found the OAuth API endpoint.");
        assertThat(rows("oauth_entity", "name", "SupportLink Contoso")).hasSize(1);
    }

    @Test
    void integrationUserIsMadeOnceWithFlagRoleAndPassword() throws Exception {
        Script script = ScriptFixture.named(InstanceScripts.integrationUser(connection, instance), "rest-calls");
        RunProgram.Result first = run(script, "a new \"password\\\n");
        assertThat(first.code()).as(first.err()).isZero();
        InstanceUser user = simulator.admin().user("supportlink.0f8fad5b");
        assertThat(user.value("web_service_access_only")).isEqualTo("true");
        assertThat(user.roles()).containsExactly("incident_manager");
        assertThat(user.password()).isEqualTo("a new \"password\\");
        RunProgram.Result second = run(script, "\n");
        assertThat(second.out()).contains("Found the user.").doesNotContain("Created", "Granted", "Set the password");
        assertThat(rows("sys_user", "user_name", "supportlink.0f8fad5b")).hasSize(1);
        assertThat(rows("sys_user_has_role", "user", user.sysId())).hasSize(1);
    }

    @Test
    void flagOfAPresentUserIsCorrected() throws Exception {
        simulator.admin().addUser("supportlink.0f8fad5b", "A", "B");
        Script script = ScriptFixture.named(InstanceScripts.integrationUser(connection, instance), "rest-calls");
        assertThat(run(script, "\n").out()).contains("Checked Web service access only.", "Granted the role.");
        assertThat(simulator.admin().user("supportlink.0f8fad5b").value("web_service_access_only"))
                .isEqualTo("true");
    }

    @Test
    void passwordsAreNeverArguments() throws Exception {
        Script script = ScriptFixture.named(InstanceScripts.integrationUser(connection, instance), "rest-calls");
        run(script, "another-password-of-mine\n");
        assertThat(Files.readString(arguments)).doesNotContain("another-password-of-mine", "pass \"word", "root");
        assertThat(script.text()).doesNotContain("password-of-mine");
    }

    @Test
    void wrongPasswordEndsTheScriptBeforeAnythingIsMade() throws Exception {
        admin.password("another");
        Script script = ScriptFixture.named(InstanceScripts.inboundClient(connection, instance), "rest-calls");
        RunProgram.Result result = run(script, "");
        assertThat(result.code()).isNotZero();
        assertThat(result.err()).contains("401");
        assertThat(rows("oauth_entity", "name", "SupportLink Contoso")).isEmpty();
    }

    @Test
    void hostileValuesStayValues() throws Exception {
        String hostile = ScriptFixture.HOSTILE.replace("\n", " ");
        Connection named = ScriptFixture.connection(hostile, Cloud.GLOBAL, instance);
        Script client = ScriptFixture.named(InstanceScripts.inboundClient(named, instance), "rest-calls");
        RunProgram.Result result = run(client, "");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(rows("oauth_entity", "name", "SupportLink " + hostile)).hasSize(1);
        Script user = ScriptFixture.named(InstanceScripts.integrationUser(named, instance, hostile), "rest-calls");
        assertThat(run(user, "\n").code()).isZero();
        assertThat(rows("sys_user", "user_name", hostile)).hasSize(1);
        assertThat(run(user, "\n").out()).contains("Found the user.");
        assertThat(programs.pwned()).isFalse();
    }

    private RunProgram.Result run(Script script, String further) throws Exception {
        Path file = programs.write("script.sh", script.text());
        assertThat(programs.run(List.of("bash", "-n", file.toString()), "").err())
                .isEmpty();
        RunProgram.Result result = programs.run(
                List.of("bash", file.toString()), "root \"\\ admin\npass \"word\\ '$(touch pwned)` %\n" + further);
        assertThat(programs.pwned()).isFalse();
        return result;
    }

    private List<Map<String, String>> rows(String table, String field, String value) {
        return simulator.admin().rows(table).stream()
                .filter(row -> value.equals(row.get(field)))
                .toList();
    }
}
