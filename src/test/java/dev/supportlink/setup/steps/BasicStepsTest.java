package dev.supportlink.setup.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supportlink.connection.Connection;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.instance.InstanceUser;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.setup.RefusedOutside;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepOutcome;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an admin may have SupportLink do with credentials given for one request, and how wrong values are answered. */
class BasicStepsTest {

    private static final String BY_ROOT = "'adminUserName':'root','adminPassword':'";

    private static BasicSteps steps;

    @BeforeAll
    static void start() {
        steps = new BasicSteps();
    }

    @AfterAll
    static void stop() {
        steps.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                            | clientId             | is missing; must be the Application (client) ID, a GUID
            {'clientId':'my-app'}                                         | clientId             | must be the Application (client) ID, a GUID such as
            {'clientId':7}                                                | clientId             | a GUID such as
            {'clientId':'ID','clientSecret':'11111111-2222-3333-4444-555555555555'} | clientSecret | it is the secret's ID. Paste the secret's value
            {'clientId':'ID','clientSecret':' a'}                         | clientSecret         | without line breaks or spaces around it
            {'clientId':'ID','clientSecret':'a','clientSecretExpiresOn':'tomorrow'} | clientSecretExpiresOn | yyyy-MM-dd, such as 2027-05-31
            {'clientId':'ID','clientSecret':'a','clientSecretExpiresOn':'2020-01-01'} | clientSecretExpiresOn | must be in the future
            {'clientId':'ID','clientSecretExpiresOn':'2099-01-01'}        | clientSecretExpiresOn | give both or neither
            {'clientId':'ID','redirectUrl':'https://evil.example/oauth_redirect.do'} | redirectUrl | is not a callback of this connection's instance
            {'clientId':'ID','redirectUrl':7}                             | redirectUrl          | /oauth_redirect.do
            {'graphAccessToken':'a b '}                                   | graphAccessToken     | must be an access token for Microsoft Graph
            {'graphAccessToken':7}                                        | graphAccessToken     | must be an access token for Microsoft Graph
            {'graphAccessToken':'a','clientSecret':'b'}                   | clientSecret         | must be left out beside graphAccessToken
            {'clientId':'ID','accessToken':'a'}                           | accessToken          | is not asked for; this step takes
            """)
    void badValuesOfTheApplicationAreNamed(String answers, String field, String message) {
        assertRefused(() -> steps.answer(steps.application, filled(answers)), field, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                    | clientId           | is missing; must be the Client ID of the registration
            {'clientId':'a b','clientSecret':'c'}                 | clientId           | without spaces
            {'clientId':'a'}                                      | clientSecret       | is missing; must be the Client Secret
            {'clientId':'a','clientSecret':''}                    | clientSecret       | must be the Client Secret
            {'clientId':'a','clientSecret':'c','existing':'yes'}  | existing           | must be true or false
            {'createRegistration':'yes'}                          | createRegistration | must be true or false
            {'createRegistration':true}                           | adminUserName      | needs the name and password of an administrator
            {'createRegistration':true,'adminUserName':'root'}    | adminPassword      | give both or neither
            {'createRegistration':true,'adminPassword':'p'}       | adminUserName      | give both or neither
            {'createRegistration':true,'adminUserName':'root','adminPassword':'p','clientId':'a'} | createRegistration | must be false or absent beside clientId
            {'clientId':'a','clientSecret':'c','adminUserName':'root','adminPassword':'p'} | adminUserName | is used with createRegistration: true only
            {'createRegistration':true,'adminUserName':['x'],'adminPassword':'p'} | adminUserName | must be the User ID of an administrator
            """)
    void badValuesOfTheInboundClientAreNamed(String answers, String field, String message) {
        assertRefused(() -> steps.answer(steps.inboundClient, answers), field, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'password':'p','userIsNew':true}                          | userName      | is missing; must be the User ID
            {'userName':'svc','userIsNew':true}                        | password      | is missing; must be the integration user's password
            {'userName':'svc','password':'p'}                          | userIsNew     | is missing; must be true or false
            {'userName':'svc','password':'p','userIsNew':'new'}        | userIsNew     | must be true or false
            {'userName':'svc','createUser':'please'}                   | createUser    | must be true or false
            {'userName':'svc','createUser':true}                       | adminUserName | createUser needs the name and password
            {'userName':'svc','createUser':true,'userIsNew':false,'adminUserName':'r','adminPassword':'p'} | userIsNew | a user that is made is new
            {'userName':'svc','password':'p','userIsNew':true,'adminUserName':'r'} | adminPassword | give both or neither
            """)
    void badValuesOfTheIntegrationUserAreNamed(String answers, String field, String message) {
        assertRefused(() -> steps.answer(steps.integrationUser, answers), field, message);
    }

    @Test
    void tokenMakesTheApplicationAndItsSecretAndIsNotKept() {
        String token = steps.token("Application.ReadWrite.All");

        StepChange change = steps.answer(steps.application, "{'graphAccessToken':'" + token + "'}");

        Application made = steps.tenant.remote().applications().stream()
                .filter(each -> each.displayName().equals("SupportLink " + steps.connection.id()))
                .findFirst()
                .orElseThrow();
        Connection after = change.connection().apply(steps.connection);
        assertThat(after.entraClientId()).isEqualTo(made.appId());
        assertThat(change.kept().getString("clientId")).isEqualTo(made.appId());
        assertThat(change.kept().toString()).doesNotContain(token, "graphAccessToken");
        assertThat(change.secrets()).singleElement().satisfies(secret -> {
            assertThat(secret.kind()).isEqualTo(SecretKind.OUTBOUND_CLIENT_SECRET);
            assertThat(secret.secret().reveal()).isEqualTo(made.secrets().get(0).value());
            assertThat(secret.expiresAt()).isEqualTo(made.secrets().get(0).endsAt());
            steps.vault.store(after.id(), secret.kind(), secret.target(), secret.secret(), secret.expiresAt());
        });

        StepChange again = steps.answer(steps.application, after, "{'graphAccessToken':'" + token + "'}");
        assertThat(again.secrets()).as("a good secret is kept").isEmpty();
        assertThat(made.secrets()).hasSize(1);
    }

    @Test
    void applicationThatIsKnownIsCompletedAndNotMadeAnew() {
        String token = steps.token("Application.ReadWrite.All");
        Application byHand = steps.tenant.remote().register("Made by hand");
        Connection known = steps.connection.withEntraClientId(byHand.appId());

        StepChange change = steps.answer(steps.application, known, "{'graphAccessToken':'" + token + "'}");

        assertThat(change.kept().getString("clientId")).isEqualTo(byHand.appId());
        assertThat(byHand.redirectUris()).hasSize(1);
    }

    @Test
    void applicationThatIsGoneIsMadeAnew() {
        String token = steps.token("Application.ReadWrite.All");
        Connection stale = steps.connection.withEntraClientId("11111111-2222-3333-4444-777777777777");

        StepChange change = steps.answer(steps.application, stale, "{'graphAccessToken':'" + token + "'}");

        assertThat(change.kept().getString("clientId")).isNotEqualTo(stale.entraClientId());
    }

    @Test
    void refusedTokenNamesTheField() {
        String poor = steps.token("User.Read");
        RefusedOutside refused = catchThrowableOfType(
                RefusedOutside.class, () -> steps.answer(steps.application, "{'graphAccessToken':'" + poor + "'}"));
        assertThat(refused.errors().get(0).field()).isEqualTo("graphAccessToken");
        assertThat(refused.extensions()).containsEntry("reason", "graph-token-not-allowed");
    }

    @Test
    void administratorMakesRegistrationAndUser() {
        StepChange client = steps.answer(steps.inboundClient, "{'createRegistration':true," + byRoot() + "}");
        assertThat(Objects.requireNonNull(
                                client.connection().apply(steps.connection).instance())
                        .clientId())
                .isEqualTo(steps.instance
                        .admin()
                        .oauthEndpoint("SupportLink contoso")
                        .orElseThrow()
                        .clientId());
        assertThat(client.kept().toString()).doesNotContain("root", "adminPassword");

        StepChange user =
                steps.answer(steps.integrationUser, "{'userName':'svc.made','createUser':true," + byRoot() + "}");

        InstanceUser made = steps.instance.admin().user("svc.made");
        assertThat(made.roles()).containsExactly("incident_manager");
        assertThat(user.secrets())
                .singleElement()
                .satisfies(secret -> assertThat(secret.secret().reveal()).isEqualTo(made.password()));
        assertThat(Objects.requireNonNull(
                                user.connection().apply(steps.connection).instance())
                        .userIsNew())
                .isTrue();
        assertThat(user.kept().toString()).doesNotContain("root", "adminPassword");
    }

    @ParameterizedTest
    @CsvSource({
        "web_service_access_only, false, true, not-web-service-only",
        "active, false, false, user-inactive",
        "locked_out, true, false, user-locked-out",
        "password_needs_reset, true, false, user-password-needs-reset"
    })
    void administratorSeesWhatIsWrongWithTheUser(String column, String value, boolean isNew, String reason) {
        String name = "svc." + column;
        InstanceUser user = steps.instance.admin().addIntegrationUser(name).set(column, value);

        assertThat(reason(answers(user, isNew))).isEqualTo(reason);
    }

    @Test
    void missingRoleIsRefusedForANewUserOnly() {
        InstanceUser user =
                steps.instance.admin().addUser("svc.without.role", "A", "B").set("web_service_access_only", "true");

        assertThat(reason(answers(user, true))).isEqualTo("role-missing");
        assertThat(steps.answer(steps.integrationUser, answers(user, false)).outcome())
                .isEqualTo(StepOutcome.DONE);
    }

    @Test
    void userThatDoesNotExistIsNamedBeforeASignIn() {
        assertThat(reason("{'userName':'svc.nobody','password':'p','userIsNew':true," + byRoot() + "}"))
                .isEqualTo("user-not-found");
    }

    @Test
    void userOfSomebodyElseIsNeverTakenOver() {
        InstanceUser other = steps.instance.admin().addUser("svc.other", "Some", "Body");
        String password = other.password();

        assertThat(reason("{'userName':'svc.other','createUser':true," + byRoot() + "}"))
                .isEqualTo("instance-user-exists");
        assertThat(other.password()).isEqualTo(password);
    }

    private static String answers(InstanceUser user, boolean isNew) {
        return "{'userName':'" + user.userName() + "','password':'" + user.password() + "','userIsNew':" + isNew + ","
                + byRoot() + "}";
    }

    private static String byRoot() {
        return BY_ROOT + steps.admin.password() + "'";
    }

    private static Object reason(String answers) {
        RefusedOutside refused =
                catchThrowableOfType(RefusedOutside.class, () -> steps.answer(steps.integrationUser, answers));
        assertThat(refused).isNotNull();
        return refused.extensions().get("reason");
    }

    private static String filled(String answers) {
        return answers.replace("'ID'", "'11111111-2222-3333-4444-666666666666'");
    }

    private static void assertRefused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String field, String message) {
        InvalidInput wrong = catchThrowableOfType(InvalidInput.class, call);
        assertThat(wrong).isNotNull();
        assertThat(wrong.errors()).anySatisfy(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.message()).contains(message);
        });
    }
}
