package dev.supportlink.setup.rest;

import dev.supportlink.connection.Environment;
import dev.supportlink.platform.text.HtmlText;
import dev.supportlink.setup.CompletionSheet;
import dev.supportlink.setup.CompletionSheet.Field;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The completion sheet on paper: one self-contained page without scripts, on which secrets are a line to write on. The
 * page is well-formed XML, too, so that any reader takes it apart in the same way.
 */
final class SheetPage {

    private final CompletionSheet sheet;
    private final URI printedFrom;
    private final Instant printedAt;

    SheetPage(CompletionSheet sheet, URI printedFrom, Instant printedAt) {
        this.sheet = sheet;
        this.printedFrom = printedFrom;
        this.printedAt = printedAt.truncatedTo(ChronoUnit.SECONDS);
    }

    String html() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width"/>
                <title>Completion sheet: %1$s</title>
                <style>%2$s</style>
                </head>
                <body>
                <h1>Completion sheet</h1>
                <p class="name"><bdi>%1$s</bdi>%3$s</p>
                <p>For the Microsoft 365 tenant admin. In the Microsoft 365 admin center go to Settings &gt; Org settings
                &gt; Organization profiles &gt; the support integration settings, and copy these values.</p>
                %4$s
                %5$s
                <p class="truth">Microsoft closed its own caller in May 2025. If the admin center no longer has this page,
                this sheet goes to whatever ServiceNow-speaking client takes its place: a flow, a partner's desk, a script.
                Then write down here who received it, and name them when you confirm the step complete-integration.</p>
                <table class="signed"><tbody>
                <tr><th scope="row">Entered or received by</th><td class="line"></td></tr>
                <tr><th scope="row">Date</th><td class="line"></td></tr>
                </tbody></table>
                <p class="foot">Printed from <bdi>%6$s</bdi> at %7$s.</p>
                </body>
                </html>
                """.formatted(
                        escaped(sheet.connectionName()),
                        SheetStyle.CSS,
                        sheet.environment() == Environment.TEST ? " <strong class=\"test\">Test</strong>" : "",
                        tables(),
                        secrets(),
                        escaped(printedFrom.toString()),
                        escaped(printedAt.toString()));
    }

    private String tables() {
        return sheet.fields().stream()
                .map(Field::portalTab)
                .distinct()
                .map(this::table)
                .collect(Collectors.joining("\n"));
    }

    private String table(String tab) {
        List<Field> lines = sheet.fields().stream()
                .filter(line -> line.portalTab().equals(tab))
                .toList();
        return """
                <table class="values">
                <caption>Tab %s%s</caption>
                <thead><tr><th scope="col">Field</th><th scope="col">Value</th></tr></thead>
                <tbody>
                %s
                </tbody></table>""".formatted(
                        escaped(tab),
                        escaped(pathTo(tab)),
                        lines.stream().map(SheetPage::row).collect(Collectors.joining("\n")));
    }

    /** What to choose on a tab before the fields are there. */
    private static String pathTo(String tab) {
        return tab.equals("Repositories") ? " > New repository" : " > Internal support tool > ServiceNow";
    }

    private static String row(Field line) {
        return "<tr id=\"" + escaped(line.name()) + "\"><th scope=\"row\">" + escaped(line.portalLabel()) + "</th>"
                + cell(line) + "</tr>";
    }

    private static String cell(Field line) {
        if (line.secret()) {
            return "<td class=\"line\"></td>";
        }
        return line.entered()
                .map(value -> "<td class=\"value\"><bdi>" + escaped(value) + "</bdi></td>")
                .orElse("<td class=\"missing\">not entered yet</td>");
    }

    private String secrets() {
        return sheet.fields().stream().anyMatch(Field::secret) ? """
                <p>An empty line stands for a secret. It is not printed: the tenant admin asks for it in SupportLink at the
                moment when it is entered, and it is shown once. Write it down only if there is no other way.</p>""" : """
                <p>This connection is for insights only: nobody calls in. Where the portal asks for a client or a user, it
                takes any text; enter the word shown here.</p>""";
    }

    private static String escaped(String text) {
        return HtmlText.escape(text);
    }
}
