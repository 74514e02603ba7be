package dev.supportlink.access;

import static dev.supportlink.access.AccessBeans.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstUserTest {

    @TempDir
    Path data;

    @Test
    void givenPasswordIsTakenAndNoFileIsWritten() {
        AccessBeans beans = new AccessBeans(Map.of("supportlink.admin.password", "given by the operator"));

        start(beans);

        assertThat(beans.signIn
                        .signIn("admin", Secret.of("given by the operator"), HERE)
                        .isOperator())
                .isTrue();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void generatedPasswordIsInAFileThatOnlyTheOwnerReads() throws IOException {
        AccessBeans beans = new AccessBeans();

        start(beans);

        Path file = data.resolve("initial-admin-password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Secret password = Secret.of(Files.readString(file).strip());
        assertThat(password.reveal()).hasSize(43);
        assertThat(beans.signIn.signIn("admin", password, HERE).isOperator()).isTrue();
        assertThat(data.toFile().list()).containsExactly("initial-admin-password");
    }

    @Test
    void fileLeftByAStartThatCameToNothingIsReplaced() throws IOException {
        Files.writeString(data.resolve("initial-admin-password"), "old\n");
        AccessBeans beans = new AccessBeans();

        start(beans);

        assertThat(data.resolve("initial-admin-password"))
                .content()
                .isNotEqualTo("old\n")
                .hasSize(44);
    }

    @Test
    void onceThereIsAUserNothingIsReadOrMade() {
        AccessBeans beans = new AccessBeans(Map.of("supportlink.admin.password", "short"));
        beans.user("anna");

        start(beans);

        assertThat(beans.users.exists("admin")).isFalse();
        assertThat(check(beans).problems()).isEmpty();
    }

    @Test
    void badGivenPasswordIsAProblemOfTheStartThatDoesNotRepeatIt() {
        AccessBeans beans = new AccessBeans(Map.of("supportlink.admin.password", "short"));

        assertThat(check(beans).problems())
                .singleElement()
                .asString()
                .contains("SUPPORTLINK_ADMIN_PASSWORD", "12 to 256")
                .doesNotContain("short");
    }

    private static AdminPasswordCheck check(AccessBeans beans) {
        AdminPasswordCheck check = new AdminPasswordCheck();
        check.users = beans.repository;
        check.settings = beans.settings;
        return check;
    }

    private void start(AccessBeans beans) {
        FirstUser first = new FirstUser();
        first.users = beans.repository;
        first.enrolment = beans.enrolment;
        first.hasher = beans.hasher;
        first.settings = beans.settings;
        first.server = new ServerSettings() {
            @Override
            public Path dataDirectory() {
                return data;
            }
        };
        first.make();
    }
}
