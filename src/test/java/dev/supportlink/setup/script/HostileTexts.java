package dev.supportlink.setup.script;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.arbitraries.StringArbitrary;

/** Texts made of what means something to one language or another. */
final class HostileTexts {

    private static final String[] PIECES = {
        "'",
        "''",
        "\"",
        "`",
        "$(touch pwned)",
        "${IFS}",
        "$x",
        "\\",
        "\\'",
        "!",
        "!!",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "*/",
        "/*",
        "#",
        "#>",
        "<#",
        "//",
        "</script>",
        "<!--",
        "-->",
        "]]>",
        "\u2018",
        "\u2019",
        "\u201a",
        "\u201b",
        "\u201c",
        "\u201d",
        "\u2028",
        "\u2029",
        "\u0085",
        "\u00a0",
        "\u0451",
        "\u202e",
        "\ufeff",
        "\u001b[31m",
        "\u0003",
        "\u007f",
        "\u009b",
        "%",
        "%27",
        "&",
        "|",
        ";",
        "@",
        "@@name@@",
        "-n",
        "~",
        "*",
        "?",
        "[a]",
        "{a,b}",
        "\u00e9",
        "\ud83d\ude00",
        "'@",
        "@'",
        "EOF",
        "^",
        "=",
        " ",
        "\\u0027",
        "\\x27",
        "\\000",
        "$'",
        "'+'",
        "[char]0x27"
    };

    private HostileTexts() {}

    /** With NUL and lone surrogates too. */
    static Arbitrary<String> any() {
        StringArbitrary random = Arbitraries.strings().ofMaxLength(12);
        return Arbitraries.oneOf(
                        Arbitraries.of(PIECES),
                        random.all(),
                        random.ascii(),
                        Arbitraries.of("\0", "a\0b", "\ud800", "\udc00x"))
                .list()
                .ofMaxSize(8)
                .map(pieces -> String.join("", pieces));
    }

    /** Without NUL and lone surrogates, which UTF-8 has no bytes for. */
    static Arbitrary<String> encodable() {
        return any().map(HostileTexts::repaired);
    }

    private static String repaired(String text) {
        return new String(
                text.replace("\0", "").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
