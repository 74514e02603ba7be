package dev.supportlink.job;

import dev.supportlink.platform.config.Setting;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.platform.config.SettingsGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How often each job looks for work: {@code supportlink.job.<name>.schedule}. */
@ApplicationScoped
public class JobSettings implements SettingsGroup {

    private static final Duration LEAST = Duration.ofSeconds(5);
    private static final Duration MOST = Duration.ofDays(7);
    private static final String OFF = "off";

    @Inject
    Settings settings;

    @Override
    public List<Setting<?>> declared() {
        return Arrays.stream(Job.values())
                .<Setting<?>>map(JobSettings::schedule)
                .toList();
    }

    /** The time between two looks; empty when the job is started by hand only. */
    public Optional<Duration> scheduleOf(Job job) {
        return settings.get(schedule(job));
    }

    static Setting<Optional<Duration>> schedule(Job job) {
        return new Setting<>(
                "supportlink.job." + job.word() + ".schedule",
                "ISO 8601 duration from " + LEAST + " to P7D, or off",
                job.defaultSchedule(),
                JobSettings::parse);
    }

    private static Optional<Duration> parse(String text) {
        if (text.equals(OFF)) {
            return Optional.empty();
        }
        Duration schedule = Duration.parse(text);
        if (schedule.compareTo(LEAST) < 0 || schedule.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(text);
        }
        return Optional.of(schedule);
    }
}
