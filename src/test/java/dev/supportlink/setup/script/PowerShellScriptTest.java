package dev.supportlink.setup.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Cloud;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The PowerShell script read by its grammar: values change strings and nothing else. */
class PowerShellScriptTest {

    private static final Pattern STRING_PARTS =
            Pattern.compile("\\('(?: ?\\+ ?(?:\\[char\\]0x[0-9A-F]{4}|'))*\\)(?=\\s|\\$)");
    private static final String GOOD_CODE = code(script(ScriptFixture.registration()));

    @Provide
    Arbitrary<String> hostile() {
        return HostileTexts.encodable();
    }

    @Property(tries = 2_000)
    void valuesNeverChangeTheCode(@ForAll("hostile") String name, @ForAll("hostile") String redirect) {
        EntraRegistration good = ScriptFixture.registration();
        EntraRegistration hostile = new EntraRegistration(
                name, good.cloud(), good.tenantId(), good.graphUrl(), redirect, good.permissions(), good.api());
        String script = script(hostile);
        assertThat(code(script)).isEqualTo(GOOD_CODE);
        assertThat(script).matches("[\n -~]*+");
    }

    @Example
    void bracketsOfTheCodeArePaired() {
        StringBuilder open = new StringBuilder();
        PowerShellReader.tokens(script(ScriptFixture.registration())).stream()
                .filter(token -> !token.string())
                .flatMapToInt(token -> token.text().chars())
                .forEach(unit -> {
                    int opening = "({[".indexOf(unit);
                    int closing = ")}]".indexOf(unit);
                    if (opening >= 0) {
                        open.append(")}]".charAt(opening));
                    } else if (closing >= 0) {
                        assertThat(open.toString()).endsWith(String.valueOf((char) unit));
                        open.setLength(open.length() - 1);
                    }
                });
        assertThat(open).isEmpty();
    }

    @Example
    void valuesStandInTheScriptAsShown() {
        List<String> strings = PowerShellReader.tokens(script(ScriptFixture.registration())).stream()
                .filter(PowerShellReader.Token::string)
                .map(PowerShellReader.Token::text)
                .toList();
        assertThat(strings)
                .contains("SupportLink " + ScriptFixture.ID)
                .contains("displayName eq 'SupportLink " + ScriptFixture.ID + "'")
                .contains("https://contoso.service-now.com/oauth_redirect.do")
                .contains(ScriptFixture.TENANT, "Global", "AzureADMyOrg", GraphPermission.GRAPH);
        for (GraphPermission permission : GraphPermission.values()) {
            assertThat(strings).contains(permission.id());
        }
    }

    @Example
    void everyCloudHasItsOwnNames() {
        assertThat(clouds(Cloud.GLOBAL)).isEqualTo("AzureCloud Global");
        assertThat(clouds(Cloud.US_GOV)).isEqualTo("AzureUSGovernment USGov");
        assertThat(clouds(Cloud.US_GOV_DOD)).isEqualTo("AzureUSGovernment USGovDoD");
        assertThat(clouds(Cloud.CHINA)).isEqualTo("AzureChinaCloud China");
    }

    private static String clouds(Cloud cloud) {
        EntraRegistration wanted = EntraRegistration.outbound(
                        ScriptFixture.connection(cloud), URI.create("https://graph.example"))
                .orElseThrow();
        List<Script> scripts = EntraScripts.of(wanted, "x");
        String bash = ScriptFixture.named(scripts, "azure-cli").text();
        String powerShell = ScriptFixture.named(scripts, "graph-powershell").text();
        return between(bash, "\n  cloud='") + " " + between(powerShell, "$environment = '");
    }

    private static String between(String text, String before) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf('\'', from));
    }

    /** The code without strings; a sum of characters is one string. */
    private static String code(String script) {
        StringBuilder code = new StringBuilder();
        for (PowerShellReader.Token token : PowerShellReader.tokens(script)) {
            code.append(token.string() ? "'" : token.text());
        }
        return STRING_PARTS.matcher(code).replaceAll("'").replace(" ", "");
    }

    private static String script(EntraRegistration wanted) {
        return ScriptFixture.named(EntraScripts.of(wanted, wanted.name()), "graph-powershell")
                .text();
    }
}
