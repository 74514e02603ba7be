package dev.supportlink;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.supportlink.platform.config.Setting;
import dev.supportlink.platform.config.SettingsGroup;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code docs/configuration.md} says is what the settings classes and the server's configuration say. */
class ConfigurationDocsTest {

    private static final Pattern ROW = Pattern.compile("^\\| `(supportlink\\.[a-z0-9.-]+)` \\|", Pattern.MULTILINE);
    private static final Pattern SERVER_VARIABLE = Pattern.compile("<variable name=\"(supportlink\\.[a-z0-9.-]+)\"");

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("docs", "configuration.md"));
    }

    @Test
    void everySettingIsListedWithFormAndDefault() {
        List<String> expected = declared().map(ConfigurationDocsTest::row).toList();

        assertThat(expected).isNotEmpty();
        assertThat(page.lines().toList())
                .as("rows of docs/configuration.md, each beginning as the setting is declared")
                .satisfies(lines -> assertThat(expected)
                        .allSatisfy(row -> assertThat(lines).anyMatch(line -> line.startsWith(row))));
    }

    @Test
    void everyListedSettingExists() throws IOException {
        Set<String> known = declared().map(Setting::name).collect(Collectors.toCollection(TreeSet::new));
        known.addAll(serverVariables());

        assertThat(ROW.matcher(page).results().map(row -> row.group(1))).isSubsetOf(known);
    }

    @Test
    void everyVariableOfTheServerIsListed() throws IOException {
        Set<String> listed =
                ROW.matcher(page).results().map(row -> row.group(1)).collect(Collectors.toSet());

        assertThat(serverVariables()).isSubsetOf(listed);
    }

    private static String row(Setting<?> setting) {
        String byDefault = setting.defaultText();
        String shown = byDefault == null || byDefault.isEmpty() ? "none" : "`" + byDefault + "`";
        return "| `" + setting.name() + "` | " + setting.form() + " | " + shown + " | ";
    }

    private static Stream<Setting<?>> declared() {
        return new ClassFileImporter(List.of(new DoNotIncludeTests()))
                .importPackages("dev.supportlink").stream()
                        .filter(found -> found.isAssignableTo(SettingsGroup.class) && !found.isInterface())
                        .map(ConfigurationDocsTest::group)
                        .flatMap(group -> group.declared().stream());
    }

    private static SettingsGroup group(JavaClass found) {
        try {
            Constructor<?> constructor = found.reflect().getDeclaredConstructor();
            constructor.setAccessible(true);
            return (SettingsGroup) constructor.newInstance();
        } catch (ReflectiveOperationException unusable) {
            throw new IllegalStateException(found.getName() + " needs a constructor without parameters", unusable);
        }
    }

    private static Set<String> serverVariables() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("liberty-config"))) {
            Set<String> names = new TreeSet<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".xml")).toList()) {
                SERVER_VARIABLE.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
            }
            return names;
        }
    }
}
