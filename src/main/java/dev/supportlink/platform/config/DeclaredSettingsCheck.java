package dev.supportlink.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Checks every setting of every group, then the rules over several settings of those groups that are right so far. */
@ApplicationScoped
public class DeclaredSettingsCheck implements StartUpCheck {

    @Inject
    @Any
    Instance<SettingsGroup> groups;

    @Inject
    Settings settings;

    @Override
    public Stage stage() {
        return Stage.SETTINGS;
    }

    @Override
    public List<String> problems() {
        return groups.stream().flatMap(this::problemsOf).sorted().toList();
    }

    private Stream<String> problemsOf(SettingsGroup group) {
        List<String> single = group.declared().stream()
                .flatMap(setting -> settings.problem(setting).stream())
                .toList();
        return single.isEmpty() ? group.problemsTogether().stream() : single.stream();
    }
}
