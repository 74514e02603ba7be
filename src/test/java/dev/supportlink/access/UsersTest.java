package dev.supportlink.access;

import static dev.supportlink.access.AccessBeans.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.SetupType;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.platform.problem.StaleRevision;
import dev.supportlink.secret.Secret;
import dev.supportlink.testing.Connections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {

    private static final RoleGrant OPERATOR = new RoleGrant(Role.OPERATOR, null);
    private static final RoleGrant AUDITOR = new RoleGrant(Role.AUDITOR, null);

    private final AccessBeans beans = new AccessBeans();

    @Test
    void newUserIsThereAndAudited() {
        User anna = beans.user("anna", AUDITOR);

        assertThat(beans.users.get("ANNA")).isEqualTo(anna);
        assertThat(beans.users.get(anna.id())).isEqualTo(anna);
        assertThat(beans.audit.entries).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("user-created");
            assertThat(entry.detail()).containsEntry("user", "anna").containsEntry("roles", "auditor");
        });
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        InvalidInput wrong = catchThrowableOfType(
                InvalidInput.class,
                () -> beans.users.create(
                        "test",
                        "a:b",
                        Secret.of("short"),
                        List.of(
                                AUDITOR,
                                new RoleGrant(Role.OPERATOR, "some"),
                                new RoleGrant(Role.ENTRA_ADMIN, "unknown"))));

        assertThat(wrong.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("name", "password", "roles[1].connection", "roles[2].connection");
        assertThat(beans.repository.isEmpty()).isTrue();
    }

    @Test
    void nobodyBecomesAdministratorWhereThereIsNoInboundSide() {
        Connection insights = Connections.basic().withSetup(SetupType.INSIGHTS_ONLY, InboundMode.GATEWAY);
        beans.connections.add(insights);
        User anna = beans.user("anna");

        InvalidInput wrong = catchThrowableOfType(
                InvalidInput.class,
                () -> beans.users.changeRoles(
                        "test",
                        anna,
                        List.of(
                                new RoleGrant(Role.INSIGHTS_USER, insights.id()),
                                new RoleGrant(Role.ADMINISTRATOR, insights.id()))));

        assertThat(wrong.errors()).extracting(FieldError::field).containsExactly("roles[1].connection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", ".a", "a b", "a:b", "a/b", "ä", "0123456789abcdef0123456789ABCDEF"})
    void namesWithoutTheRightFormAreRefused(String name) {
        assertThat(UserName.problem(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "anna.b", "anna@example.com", "A_b-c.9", "0123456789abcdef0123456789abcde"})
    void otherNamesAreFine(String name) {
        assertThat(UserName.problem(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"elevenchars,false", "twelve chars,true", "anna-anna-anna,false", "ANNA-anna-anna,false"})
    void passwordsAreLongAndNotTheName(String password, boolean fine) {
        assertThat(PasswordRules.problem("Anna-Anna-Anna", Secret.of(password)).isEmpty())
                .isEqualTo(fine);
    }

    @Test
    void passwordsHaveAnEndAndNoControlCharacters() {
        assertThat(PasswordRules.problem("anna", Secret.of("😀".repeat(256)))).isEmpty();
        assertThat(PasswordRules.problem("anna", Secret.of("x".repeat(257)))).isPresent();
        assertThat(PasswordRules.problem("anna", Secret.of("twelve\nchars"))).isPresent();
    }

    @Test
    void sameNameInOtherCaseIsTaken() {
        beans.user("anna");

        assertThatThrownBy(() -> beans.user("ANNA")).isInstanceOf(UserNameTaken.class);
    }

    @Test
    void rolesAreReplacedAndAudited() {
        User anna = beans.user("anna", AUDITOR);

        User changed = beans.users.changeRoles("admin", anna, List.of(new RoleGrant(Role.ENTRA_ADMIN, null)));

        assertThat(changed.grants()).containsExactly(new RoleGrant(Role.ENTRA_ADMIN, null));
        assertThat(changed.revision()).isEqualTo(anna.revision() + 1);
        assertThat(beans.audit.entries.get(1).detail()).containsEntry("roles", "entra-admin");
        assertThatThrownBy(() -> beans.users.changeRoles("admin", anna, List.of()))
                .isInstanceOf(StaleRevision.class);
    }

    @Test
    void lastOperatorStaysOperator() {
        User anna = beans.user("anna", OPERATOR);
        assertThatThrownBy(() -> beans.users.changeRoles("anna", anna, List.of(AUDITOR)))
                .isInstanceOf(LastOperator.class);

        beans.user("bert", OPERATOR);
        assertThat(beans.users.changeRoles("anna", anna, List.of(AUDITOR)).grants())
                .containsExactly(AUDITOR);
    }

    @Test
    void grantIsAddedOnce() {
        beans.user("anna", AUDITOR);
        RoleGrant grant = new RoleGrant(Role.INSIGHTS_USER, "some-connection");

        beans.users.grant("anna", grant, "admin");
        beans.users.grant("anna", grant, "admin");

        assertThat(beans.users.get("anna").grants()).containsExactlyInAnyOrder(AUDITOR, grant);
        assertThat(beans.audit.entries).hasSize(2);
        assertThat(beans.audit.entries.get(1).connectionId()).isEqualTo("some-connection");
        assertThat(beans.users.exists("anna")).isTrue();
        assertThat(beans.users.exists("bert")).isFalse();
    }

    @Test
    void signInNeverSeesAPasswordInText() {
        beans.user("anna");

        assertThat(beans.repository.findForSignIn("anna").orElseThrow().toString())
                .contains("(password hash)")
                .doesNotContain(PASSWORD.reveal());
    }
}
