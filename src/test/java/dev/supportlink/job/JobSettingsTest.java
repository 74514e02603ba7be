package dev.supportlink.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.platform.config.Settings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobSettingsTest {

    private static final String NAME = "supportlink.job.verify-connections.schedule";

    @Test
    void scheduleIsADuration() {
        assertThat(schedule("PT5M")).contains(Duration.ofMinutes(5));
    }

    @Test
    void scheduleMayBeOff() {
        assertThat(schedule("off")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "P8D", "hourly", "OFF"})
    void otherValuesAreToldAtTheStart(String value) {
        assertThat(settings(value).problem(JobSettings.schedule(Job.VERIFY_CONNECTIONS)))
                .hasValueSatisfying(
                        problem -> assertThat(problem).contains(NAME).contains("or off"));
    }

    @Test
    void everyJobHasASchedule() {
        JobSettings settings = new JobSettings();
        assertThat(settings.declared()).hasSameSizeAs(Job.values());
    }

    private static java.util.Optional<Duration> schedule(String value) {
        JobSettings settings = new JobSettings();
        settings.settings = settings(value);
        return settings.scheduleOf(Job.VERIFY_CONNECTIONS);
    }

    private static Settings settings(String value) {
        return Settings.over(
                new SmallRyeConfigBuilder().withDefaultValue(NAME, value).build());
    }
}
