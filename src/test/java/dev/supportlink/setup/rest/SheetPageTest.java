package dev.supportlink.setup.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Environment;
import dev.supportlink.setup.CompletionSheet;
import dev.supportlink.setup.CompletionSheet.Field;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class SheetPageTest {

    private static final Instant AT = Instant.parse("2026-11-24T01:00:00.123Z");

    @Test
    void showsEveryLineWithTabLabelAndValue() {
        Document page = page(sheet("contoso", "a-client", Environment.PRODUCTION));

        assertThat(texts(page, "caption"))
                .containsExactly(
                        "Tab Basic information > Internal support tool > ServiceNow",
                        "Tab Repositories > New repository");
        assertThat(row(page, "clientId")).containsExactly("Client ID", "a-client");
        assertThat(row(page, "outboundAppId")).containsExactly("Application ID to issue Auth Token", "not entered yet");
        assertThat(page.getDocumentElement().getTextContent())
                .contains("Printed from https://link.example at 2026-11-24T01:00:00Z")
                .contains("Microsoft closed its own caller in May 2025")
                .doesNotContain("Test");
    }

    @Test
    void leavesSecretsAsALineToWriteOn() {
        Document page = page(sheet("contoso", "a-client", Environment.PRODUCTION));

        assertThat(row(page, "clientSecret")).containsExactly("Client secret", "");
        assertThat(page.getDocumentElement().getTextContent()).contains("asks for it in SupportLink");
    }

    @Test
    void saysTestInATestEnvironment() {
        Document page = page(sheet("contoso", "a-client", Environment.TEST));

        assertThat(texts(page, "strong")).containsExactly("Test");
    }

    @Test
    void holdsNoScriptAndLoadsNothing() throws NoSuchAlgorithmException {
        String html = html(sheet("contoso", "a-client", Environment.TEST));
        Document page = parsed(html);
        String style = texts(page, "style").get(0);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));

        assertThat(html)
                .doesNotContainIgnoringCase("<script")
                .doesNotContain(" style=")
                .doesNotContain("src=")
                .doesNotContain("href=")
                .doesNotContain("url(");
        assertThat(SheetStyle.POLICY)
                .startsWith("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(hash) + "'")
                .doesNotContain("unsafe");
        assertThat(style).contains("size: A4");
    }

    /** Whatever a value holds, the page keeps its elements, and a reader sees exactly the value. */
    @Property(tries = 300)
    void anyValueIsTextAndNothingElse(@ForAll("nasty") String name, @ForAll("nasty") String value) {
        Document plain = page(sheet("plain", "plain", Environment.TEST));
        String html = html(sheet(name, value, Environment.TEST));
        Document page = parsed(html);

        assertThat(row(page, "clientId").get(1)).isEqualTo(value);
        assertThat(texts(page, "bdi").get(0)).isEqualTo(name);
        assertThat(elements(page)).isEqualTo(elements(plain));
        assertThat(count(html, "<")).isEqualTo(count(html(sheet("plain", "plain", Environment.TEST)), "<"));
    }

    @Provide
    static Arbitrary<String> nasty() {
        Arbitrary<String> pieces = Arbitraries.of(
                "<",
                ">",
                "&",
                "\"",
                "'",
                "</td>",
                "<script>alert(1)</script>",
                "<!--",
                "-->",
                "]]>",
                "&lt;",
                "&#60;",
                "&amp",
                "</style>",
                "javascript:",
                "%1$s",
                "\\",
                "\n",
                "\r\n",
                "\t",
                "עברית",
                "\u2028",
                "😀",
                "ß",
                "*/");
        Arbitrary<String> text = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(5);
        return Arbitraries.oneOf(pieces, text).list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    private static CompletionSheet sheet(String name, String clientId, Environment environment) {
        return new CompletionSheet(
                1,
                name,
                environment,
                List.of(
                        new Field(
                                "outboundAppId",
                                "Basic information",
                                "Application ID to issue Auth Token",
                                null,
                                false),
                        new Field("clientId", "Repositories", "Client ID", clientId, false),
                        new Field("clientSecret", "Repositories", "Client secret", null, true)),
                null,
                "0123456789abcdef0123456789abcdef",
                "https://link.example",
                "Basic Auth",
                clientId,
                864_000L,
                "user");
    }

    private static String html(CompletionSheet sheet) {
        return new SheetPage(sheet, URI.create("https://link.example"), AT).html();
    }

    private static Document page(CompletionSheet sheet) {
        return parsed(html(sheet));
    }

    private static Document parsed(String html) {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            return builder.parse(new InputSource(new StringReader(html)));
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new AssertionError(html, broken);
        }
    }

    private static List<String> row(Document page, String id) {
        NodeList rows = page.getElementsByTagName("tr");
        return IntStream.range(0, rows.getLength())
                .mapToObj(index -> (Element) rows.item(index))
                .filter(row -> row.getAttribute("id").equals(id))
                .flatMap(row -> IntStream.range(0, row.getChildNodes().getLength())
                        .mapToObj(index -> row.getChildNodes().item(index).getTextContent()))
                .toList();
    }

    private static List<String> texts(Document page, String element) {
        NodeList found = page.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> found.item(index).getTextContent())
                .toList();
    }

    private static List<String> elements(Document page) {
        NodeList all = page.getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(index -> all.item(index).getNodeName())
                .toList();
    }

    private static long count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1L;
    }
}
