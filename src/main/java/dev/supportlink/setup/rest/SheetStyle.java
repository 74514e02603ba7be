package dev.supportlink.setup.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How the printed sheet looks, and the policy that lets exactly this style, and nothing else, into the page. */
final class SheetStyle {

    static final String CSS = """
            @page { size: A4; margin: 15mm; }
            body { font: 10.5pt/1.35 sans-serif; color: #000; background: #fff; max-width: 178mm; margin: 8mm auto; }
            @media print { body { margin: 0; } }
            h1 { font-size: 18pt; margin: 0; }
            .name { font-size: 13pt; margin: 1mm 0 5mm; overflow-wrap: anywhere; }
            .test { border: 0.6mm solid #000; padding: 0.5mm 3mm; margin-left: 3mm; text-transform: uppercase; }
            table { width: 100%; border-collapse: collapse; margin: 3mm 0; break-inside: avoid; }
            caption { text-align: left; font-weight: bold; padding: 1mm 0; }
            th, td { border: 0.2mm solid #555; padding: 1.3mm 2mm; text-align: left; vertical-align: top; }
            thead th { background: #eee; }
            tbody th { width: 58mm; font-weight: normal; }
            .value { font-family: monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
            .missing { font-style: italic; }
            .line { height: 8mm; }
            .truth { border-left: 1mm solid #555; padding-left: 3mm; }
            .foot { font-size: 9pt; color: #333; }
            """;

    static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash() + "'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private SheetStyle() {}

    private static String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(CSS.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
