package dev.supportlink.setup.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Azure CLI script, run by the real bash against a directory behind a stand-in for az. */
class AzureCliScriptTest {

    private static final String REDIRECT = "https://contoso.service-now.com/oauth_redirect.do";
    private static final String NOTHING = "\n\n";

    @TempDir
    Path folder;

    private AzureCliStandIn az;
    private RunProgram programs;

    @BeforeEach
    void startDirectory() throws Exception {
        assumeTrue(Interpreter.exists("bash") && Interpreter.exists("curl"), "There is no bash or no curl here.");
        az = new AzureCliStandIn();
        programs = new RunProgram(folder);
        programs.standIn("az", String.format(AzureCliStandIn.PROGRAM, az.port()));
        programs.standIn("sleep", "#!/usr/bin/env bash\n");
    }

    @AfterEach
    void stopDirectory() {
        if (az != null) {
            az.close();
        }
    }

    @Test
    void registrationIsMadeAsTheGuideSays() throws Exception {
        RunProgram.Result result = run(ScriptFixture.registration(), NOTHING);
        assertThat(result.code()).as(result.err()).isZero();
        AzureCliStandIn.Application made = only();
        assertThat(made.body.getString("displayName")).isEqualTo("SupportLink " + ScriptFixture.ID);
        assertThat(made.body.getString("signInAudience")).isEqualTo("AzureADMyOrg");
        assertThat(redirects(made)).containsExactly(REDIRECT);
        assertThat(permissions(made)).containsExactlyInAnyOrderElementsOf(ids());
        assertThat(az.principals).containsExactly(made.appId);
        assertThat(az.owners).containsExactly("sp-" + made.appId);
        assertThat(az.grants).isEmpty();
        assertThat(made.secrets).isEmpty();
        assertThat(result.out())
                .contains("Application (client) ID: " + made.appId)
                .doesNotContain("secret");
    }

    @Test
    void secondRunMakesNothingTwice() throws Exception {
        run(ScriptFixture.registration(), "y\n6\n");
        List<String> before = az.changes();
        RunProgram.Result again = run(ScriptFixture.registration(), "y\n6\nn\n");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(az.changes()).isEqualTo(before);
        assertThat(az.grants).containsExactlyInAnyOrderElementsOf(ids());
        assertThat(only().secrets).hasSize(1);
    }

    @Test
    void secretIsMadeAndShownOnlyOnRequest() throws Exception {
        RunProgram.Result result = run(ScriptFixture.registration(), "n\n6\n");
        JsonObject secret = only().secrets.get(0);
        assertThat(secret.getString("displayName")).isEqualTo("SupportLink set-up script");
        assertThat(secret.getString("endDateTime")).matches("\\d{4}-\\d\\d-\\d\\dT00:00:00Z");
        assertThat(result.out())
                .contains("Client secret, shown only now: the-new-secret")
                .contains("Expiry date: " + secret.getString("endDateTime").substring(0, 10));
        assertThat(az.grants).isEmpty();
    }

    @Test
    void lifeThatIsNoNumberOfMonthsIsRefused() throws Exception {
        for (String life : List.of("0", "25", "1y", "$(touch pwned)", "-1")) {
            RunProgram.Result result = run(ScriptFixture.registration(), "n\n" + life + "\n");
            assertThat(result.code()).isNotZero();
            assertThat(result.err()).contains("1 to 24");
        }
        assertThat(only().secrets).isEmpty();
    }

    @Test
    void whatSomebodyAddedStays() throws Exception {
        run(ScriptFixture.registration(), NOTHING);
        AzureCliStandIn.Application made = only();
        made.change(json("{\"signInAudience\":\"AzureADMultipleOrgs\",\"web\":{\"redirectUris\":[\"https://mine\"]},"
                + "\"requiredResourceAccess\":[{\"resourceAppId\":\"other\",\"resourceAccess\":[{\"id\":\"o\",\"type\":\"Scope\"}]},"
                + "{\"resourceAppId\":\"" + GraphPermission.GRAPH
                + "\",\"resourceAccess\":[{\"id\":\"mine\",\"type\":\"Role\"},"
                + "{\"id\":\"" + ids().get(0) + "\",\"type\":\"Role\"}]}]}"));
        RunProgram.Result result = run(ScriptFixture.registration(), NOTHING);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(made.body.getString("signInAudience")).isEqualTo("AzureADMyOrg");
        assertThat(redirects(made)).containsExactlyInAnyOrder("https://mine", REDIRECT);
        assertThat(permissions(made)).hasSize(4).contains("mine").containsAll(ids());
        assertThat(made.body
                        .getJsonArray("requiredResourceAccess")
                        .getJsonObject(0)
                        .getString("resourceAppId"))
                .isEqualTo("other");
    }

    @Test
    void newObjectsThatAreNotThereYetAreWaitedFor() throws Exception {
        az.failuresAfterCreation = 3;
        RunProgram.Result result = run(ScriptFixture.registration(), NOTHING);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(az.applications).hasSize(1);
    }

    @Test
    void otherCloudOrTenantIsRefusedBeforeAnythingIsMade() throws Exception {
        az.cloud = "AzureUSGovernment";
        assertThat(run(ScriptFixture.registration(), NOTHING).err()).contains("az cloud set --name AzureCloud");
        az.cloud = "AzureCloud";
        az.tenant = "another";
        assertThat(run(ScriptFixture.registration(), NOTHING).err()).contains("az login");
        assertThat(az.applications).isEmpty();
    }

    @Test
    void severalOfTheNameAreLeftToThePerson() throws Exception {
        run(ScriptFixture.registration(), NOTHING);
        AzureCliStandIn.Application twin = new AzureCliStandIn.Application();
        twin.change(only().body);
        az.applications.put(twin.id, twin);
        RunProgram.Result result = run(ScriptFixture.registration(), NOTHING);
        assertThat(result.code()).isNotZero();
        assertThat(result.err()).contains("There are 2 registrations");
    }

    @Test
    void hostileValuesStayValues() throws Exception {
        for (int run = 1; run <= 2; run++) {
            RunProgram.Result result = run(ScriptFixture.hostileRegistration(), NOTHING);
            assertThat(result.code()).as(result.err()).isZero();
        }
        assertThat(only().body.getString("displayName")).isEqualTo(ScriptFixture.HOSTILE);
        assertThat(redirects(only()).get(0)).isEqualTo(ScriptFixture.HOSTILE);
    }

    @Test
    void apiGetsItsUriAndNoPermissions() throws Exception {
        Connection connection = ScriptFixture.connection(Cloud.GLOBAL);
        EntraRegistration api =
                EntraRegistration.restApi(connection, ScriptFixture.GRAPH).orElseThrow();
        for (int run = 1; run <= 2; run++) {
            RunProgram.Result result = run(api, "\n");
            assertThat(result.code()).as(result.err()).isZero();
        }
        AzureCliStandIn.Application made = only();
        assertThat(made.body.getJsonArray("identifierUris").getString(0)).isEqualTo("api://" + made.appId);
        assertThat(made.body).doesNotContainKeys("web", "requiredResourceAccess");
        assertThat(az.owners).isEmpty();
    }

    private RunProgram.Result run(EntraRegistration wanted, String answers) throws Exception {
        Script script = ScriptFixture.named(EntraScripts.of(wanted, wanted.name()), "azure-cli");
        Path file = programs.write("script.sh", script.text());
        assertThat(programs.run(List.of("bash", "-n", file.toString()), "").err())
                .isEmpty();
        RunProgram.Result result = programs.run(List.of("bash", file.toString()), answers);
        assertThat(programs.pwned()).isFalse();
        return result;
    }

    private AzureCliStandIn.Application only() {
        assertThat(az.applications).hasSize(1);
        return az.applications.values().iterator().next();
    }

    private static List<String> redirects(AzureCliStandIn.Application application) {
        return application
                .body
                .getJsonObject("web")
                .getJsonArray("redirectUris")
                .getValuesAs(JsonString::getString);
    }

    private static List<String> permissions(AzureCliStandIn.Application application) {
        return application.body.getJsonArray("requiredResourceAccess").getValuesAs(JsonObject.class).stream()
                .filter(entry -> entry.getString("resourceAppId").equals(GraphPermission.GRAPH))
                .flatMap(entry -> entry.getJsonArray("resourceAccess").getValuesAs(JsonObject.class).stream())
                .map(access -> access.getString("id"))
                .toList();
    }

    private static List<String> ids() {
        return Arrays.stream(GraphPermission.values()).map(GraphPermission::id).toList();
    }

    private static JsonObject json(String text) {
        return Json.createReader(new java.io.StringReader(text)).readObject();
    }
}
