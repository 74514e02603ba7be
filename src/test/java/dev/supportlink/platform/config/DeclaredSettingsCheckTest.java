package dev.supportlink.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.TestSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Map;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldJunit5Extension;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WeldJunit5Extension.class)
class DeclaredSettingsCheckTest {

    /** One group with two wrong settings and a rule that must then not be asked. */
    @ApplicationScoped
    static class WrongGroup implements SettingsGroup {

        @Override
        public List<Setting<?>> declared() {
            return List.of(
                    Setting.duration("supportlink.test.wait", "PT1S"),
                    Setting.number("supportlink.test.count", "1", 1, 9),
                    Setting.flag("supportlink.test.flag", "false"));
        }

        @Override
        public List<String> problemsTogether() {
            return List.of("never asked while single settings are wrong");
        }
    }

    /** A group whose settings are right one by one, but not together. */
    @ApplicationScoped
    static class ClashingGroup implements SettingsGroup {

        @Override
        public List<Setting<?>> declared() {
            return List.of(Setting.flag("supportlink.test.other", "false"));
        }

        @Override
        public List<String> problemsTogether() {
            return List.of("supportlink.test.other does not go with something else.");
        }
    }

    /** The configuration under test. */
    @ApplicationScoped
    static class Given {

        @Produces
        Settings settings() {
            return TestSettings.of(Map.of(
                    "supportlink.test.wait", "secret-looking-value",
                    "supportlink.test.count", "10"));
        }
    }

    @WeldSetup
    WeldInitiator weld =
            WeldInitiator.of(DeclaredSettingsCheck.class, WrongGroup.class, ClashingGroup.class, Given.class);

    @Test
    void everyProblemIsToldAtOnceAndNoValue() {
        List<String> problems = weld.select(DeclaredSettingsCheck.class).get().problems();

        assertThat(problems)
                .containsExactly(
                        "supportlink.test.count must be: number from 1 to 9.",
                        "supportlink.test.other does not go with something else.",
                        "supportlink.test.wait must be: ISO 8601 duration, greater than zero.");
    }
}
