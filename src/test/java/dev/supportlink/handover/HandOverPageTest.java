package dev.supportlink.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the policy of pages would refuse in a browser, and what would carry a secret or a text too far. */
class HandOverPageTest {

    private static final Path PAGE = Path.of("src/main/webapp/hand-over");
    private static final Pattern IMPORT = Pattern.compile("from \"\\./([a-z-]+\\.js)\"");

    static Stream<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(PAGE)) {
            return files.filter(file -> file.toString().endsWith(".js")).toList().stream();
        }
    }

    @Test
    void pageHoldsNoScriptAndNoStyleOfItsOwn() {
        String html = read(PAGE.resolve("index.html"));

        assertThat(html).doesNotContainPattern("<script(?![^>]*\\bsrc=)");
        assertThat(html).doesNotContain("<style", "style=\"", "javascript:");
        assertThat(html).doesNotContainPattern("\\son[a-z]+=\"");
    }

    @Test
    void pageNamesOnlyFilesThatAreThere() {
        String html = read(PAGE.resolve("index.html"));
        List<String> named = Pattern.compile("(?:src|href)=\"([a-z-]+\\.[a-z]+)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(named).containsExactlyInAnyOrder("hand-over.css", "hand-over.js");
        assertThat(named).allMatch(file -> Files.exists(PAGE.resolve(file)));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void scriptsImportOnlyFilesThatAreThere(Path script) {
        assertThat(IMPORT.matcher(read(script)).results().map(MatchResult::group))
                .allSatisfy(line -> {
                    String file = line.substring(line.indexOf('/') + 1, line.length() - 1);
                    assertThat(PAGE.resolve(file)).exists();
                });
    }

    /** Texts come from admins and other systems; tokens and secrets live in memory only. */
    @ParameterizedTest
    @MethodSource("scripts")
    void scriptsMakeNoMarkupOfTextsAndStoreNothing(Path script) {
        assertThat(read(script))
                .doesNotContain(
                        "innerHTML",
                        "outerHTML",
                        "insertAdjacentHTML",
                        "document.write",
                        "eval(",
                        "new Function",
                        "localStorage",
                        "sessionStorage",
                        "document.cookie",
                        ".style.",
                        "console.");
    }

    /** Nothing may be asked of the server before the address has forgotten the token. */
    @Test
    void tokenLeavesTheAddressFirst() {
        String script = read(PAGE.resolve("hand-over.js"));

        assertThat(script.strip()).endsWith("takeToken();\nbegin();");
        assertThat(script.indexOf("history.replaceState")).isLessThan(script.indexOf("token = found"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
