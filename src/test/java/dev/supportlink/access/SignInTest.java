package dev.supportlink.access;

import static dev.supportlink.access.AccessBeans.HERE;
import static dev.supportlink.access.AccessBeans.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supportlink.secret.Secret;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final Secret WRONG = Secret.of("wrong horse battery");

    private final AccessBeans beans = new AccessBeans();

    @Test
    void rightPasswordSignsInWithTheUsersRoles() {
        beans.user("Anna", new RoleGrant(Role.AUDITOR, null));

        SignedIn user = beans.signIn.signIn("anna", PASSWORD, HERE);

        assertThat(user).isEqualTo(new SignedIn("Anna", Set.of(new RoleGrant(Role.AUDITOR, null))));
    }

    @Test
    void rightPasswordIsCheckedOnceInFiveMinutes() {
        beans.user("anna");
        beans.signIn.signIn("anna", PASSWORD, HERE);
        beans.clock.advance(Duration.ofMinutes(5).minusMillis(1));
        beans.signIn.signIn("anna", PASSWORD, HERE);
        assertThat(beans.hasher.checks).isEqualTo(1);

        beans.clock.advance(Duration.ofMillis(1));
        beans.signIn.signIn("anna", PASSWORD, HERE);
        assertThat(beans.hasher.checks).isEqualTo(2);
    }

    @Test
    void disabledUserIsRefusedAtOnce() {
        beans.user("anna");
        beans.signIn.signIn("anna", PASSWORD, HERE);

        beans.repository.disable("anna");

        assertThatThrownBy(() -> beans.signIn.signIn("anna", PASSWORD, HERE)).isInstanceOf(SignInRefused.class);
    }

    @Test
    void changedUserIsCheckedAgainAndHasTheNewRoles() {
        User anna = beans.user("anna");
        beans.signIn.signIn("anna", PASSWORD, HERE);

        beans.repository.replaceGrants(anna, Set.of(new RoleGrant(Role.OPERATOR, null)));

        assertThat(beans.signIn.signIn("anna", PASSWORD, HERE).isOperator()).isTrue();
        assertThat(beans.hasher.checks).isEqualTo(2);
    }

    @Test
    void unknownUserAndWrongPasswordLookAndCostTheSame() {
        beans.user("anna");

        SignInRefused unknown = refused("nobody");
        assertThat(beans.hasher.checks).isEqualTo(1);
        SignInRefused wrong = refused("anna");
        assertThat(beans.hasher.checks).isEqualTo(2);

        assertThat(unknown.getMessage()).isEqualTo(wrong.getMessage());
        assertThat(beans.hasher.nobody().iterations())
                .isEqualTo(beans.hasher.hash(PASSWORD).iterations());
    }

    @Test
    void tooManyFailuresAreRefusedWithoutBeingCheckedEvenWithTheRightPassword() {
        beans.user("anna");
        beans.signIn.signIn("anna", PASSWORD, HERE);
        for (int i = 0; i < 11; i++) {
            refused("anna");
        }
        int checks = beans.hasher.checks;

        assertThatThrownBy(() -> beans.signIn.signIn("anna", PASSWORD, HERE)).isInstanceOf(SignInThrottled.class);
        assertThat(beans.hasher.checks).isEqualTo(checks);
        assertThat(beans.signIn.signIn("anna", PASSWORD, "192.0.2.8").name()).isEqualTo("anna");
    }

    @Test
    void refusalIsAuditedWithoutThePassword() {
        refused("nobody");

        assertThat(beans.audit.entries).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("sign-in-refused");
            assertThat(entry.detail()).containsEntry("address", HERE).containsEntry("name", "nobody");
            assertThat(entry.toString()).doesNotContain(WRONG.reveal());
        });
    }

    private SignInRefused refused(String name) {
        return catchThrowableOfType(SignInRefused.class, () -> beans.signIn.signIn(name, WRONG, HERE));
    }
}
