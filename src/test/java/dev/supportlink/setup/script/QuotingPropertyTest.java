package dev.supportlink.setup.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/** Every value comes out of every language as it went in, by the language's own interpreter or by a reading of its grammar. */
class QuotingPropertyTest {

    private static final String NODE_LOOP =
            "require('readline').createInterface({input: process.stdin}).on('line', function (line) {"
                    + "var value = (0, eval)(Buffer.from(line, 'base64').toString('utf8'));"
                    + "process.stdout.write(Buffer.from(value, 'utf16le').toString('hex') + '\\0'); });";

    private static @Nullable Interpreter bash;
    private static @Nullable Interpreter node;

    @AfterContainer
    static void stop() {
        if (bash != null) {
            bash.close();
        }
        if (node != null) {
            node.close();
        }
    }

    @Provide
    Arbitrary<String> hostile() {
        return HostileTexts.any();
    }

    @Provide
    Arbitrary<String> encodable() {
        return HostileTexts.encodable();
    }

    @Property(tries = 10_000)
    @AddLifecycleHook(NeedsInterpreter.Bash.class)
    void bashReadsTheWordBack(@ForAll("encodable") String value) {
        if (bash == null) {
            bash = Interpreter.start("bash");
        }
        String word = BashWord.of(value).text();
        byte[] read = bash.ask("printf '%s\\0' " + word);
        assertThat(new String(read, StandardCharsets.UTF_8)).isEqualTo(value);
        assertAscii(word);
    }

    @Example
    void bashRefusesWhatNoWordCanHold() {
        assertThatIllegalArgumentException().isThrownBy(() -> BashWord.of("a\0b"));
    }

    @Property(tries = 10_000)
    void powerShellsGrammarReadsTheStringBack(@ForAll("hostile") String value) {
        String expression = PowerShellString.of(value).text();
        assertThat(PowerShellReader.string(expression)).isEqualTo(value);
        assertAscii(expression);
    }

    @Property(tries = 10_000)
    @AddLifecycleHook(NeedsInterpreter.Node.class)
    void nodeReadsTheLiteralBack(@ForAll("hostile") String value) {
        if (node == null) {
            node = Interpreter.start("node", "-e", NODE_LOOP);
        }
        String literal = JavaScriptString.of(value).text();
        byte[] read = node.ask(Base64.getEncoder().encodeToString(literal.getBytes(StandardCharsets.UTF_8)));
        assertThat(new String(read, StandardCharsets.US_ASCII)).isEqualTo(utf16(value));
    }

    @Property(tries = 10_000)
    void javaScriptsGrammarReadsTheLiteralBack(@ForAll("hostile") String value) {
        String literal = JavaScriptString.of(value).text();
        assertThat(JavaScriptReader.string(literal)).isEqualTo(value);
        assertThat(literal).doesNotContain("*/", "<", ">", "&", "$", "`");
        assertAscii(literal);
    }

    @Property(tries = 10_000)
    void jsonReadsTheValueBack(@ForAll("encodable") String value) {
        String text = JsonText.of(Json.createValue(value));
        assertThat(((JsonString) Json.createReader(new StringReader(text)).readValue()).getString())
                .isEqualTo(value);
        assertThat(text).doesNotContain("'", "<", "&");
        assertAscii(text);
    }

    @Property(tries = 10_000)
    void urlPartsDecodeToTheValue(@ForAll("encodable") String value) {
        String part = UrlPart.of(value);
        assertThat(URLDecoder.decode(part, StandardCharsets.UTF_8)).isEqualTo(value);
        assertThat(part).matches("[A-Za-z0-9._~%-]*");
    }

    @Property(tries = 10_000)
    void filterStringsHoldNoSingleQuoteAlone(@ForAll("hostile") String value) {
        String literal = ODataString.of(value);
        String inside = literal.substring(1, literal.length() - 1);
        assertThat(inside.replace("''", "")).doesNotContain("'");
        assertThat(inside.replace("''", "'")).isEqualTo(value);
    }

    @Property(tries = 10_000)
    void commentsHoldNothingThatAnyLanguageReads(@ForAll("hostile") String value) {
        assertThat(CommentText.of(value).text()).matches("[A-Za-z0-9 ._-]{0,120}");
    }

    private static void assertAscii(String text) {
        assertThat(text).matches("[ -~]*+");
    }

    private static String utf16(String value) {
        StringBuilder hex = new StringBuilder();
        for (char unit : value.toCharArray()) {
            hex.append(String.format("%02x%02x", unit & 0xff, unit >> 8));
        }
        return hex.toString();
    }
}
