package dev.supportlink.setup.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The map of the guide names only what is there, and leaves no sentence of the guide out. */
class GuideMapTest {

    private final GuideMap map = new GuideMap();
    private String text;

    @BeforeEach
    void read() throws IOException {
        text = Files.readString(Path.of("docs", "guide-map.md"));
    }

    @Test
    void everythingThatTheMapNamesIsThere() {
        assertThat(problems(text)).isEmpty();
    }

    /** One phrase for each sentence of the guide that asks for something. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Create an Azure AD application",
                "App registrations page",
                "Accounts in this organizational directory only",
                "Add a platform",
                "Select Web and enter the redirect URL",
                "Get the Application Client ID",
                "Create a client secret",
                "outbound OAuth provider in ServiceNow",
                "switch to Global",
                "Connect to a third party OAuth Provider",
                "Client ID: that of the application",
                "Client Secret: that of the application",
                "Default Grant type",
                "Token URL",
                "Redirect URL: `auth_redirect.do`",
                "inbound OAuth provider",
                "Create an OAuth API endpoint for external clients",
                "leave all other fields",
                "Specify an integration user",
                "Use an existing integration user or create one",
                "Organization > Users",
                "Check Web service access only",
                "role incident_manager",
                "the six addresses",
                "nslookup",
                "Switch the scope to Microsoft 365 support integration",
                "Microsoft 365 Support > Setup",
                "Can read for the table",
                "Select Agree",
                "environment and setup type",
                "This is a test environment",
                "select Yes",
                "Advanced Setup with AAD",
                "tenant domain",
                "register the AAD app",
                "Register the ServiceNow OAuth app",
                "Configure inbound settings",
                "Configure the integration user",
                "Complete the integration",
                "Verify that the information is correct",
                "Do not select Next",
                "Organization profiles",
                "Internal support tool",
                "Application ID to issue Auth Token",
                "New repository",
                "Repository: the Repository ID",
                "| Endpoint",
                "Authentication type: Basic Auth",
                "| Client ID |",
                "Client secret: the secret of the inbound",
                "Refresh token expiry: 864000",
                "Rest username",
                "Rest user password",
                "Go back to ServiceNow",
                "Select Next to complete",
                "Click Test connection",
                "Fix what an error message explains",
                "existing user with one of the two roles",
                "Link Account"
            })
    void everySentenceHasItsRow(String phrase) {
        assertThat(GuideMap.rows(text))
                .anySatisfy(row -> assertThat("| " + row.asks() + " |").contains(phrase));
    }

    @Test
    void everyRowSaysWhoIsAsked() {
        assertThat(GuideMap.rows(text)).allSatisfy(row -> assertThat(row.who()).isIn("E", "S", "M", "A"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`consent asks agreed`|`consent asks agree`|no consent asks agree",
                "`consent says \"Agree to continue\"`|`consent says \"Agree or leave\"`|no consent says",
                "`entra-application shows redirectUrl`|`entra-application shows redirectURL`|shows redirectURL",
                "`network-access asks seen`|`network-acces asks seen`|no network-acces asks seen",
                "`entra:oidc-provider`|`oidc-provider`|no oidc-provider",
                "`sheet shows restPassword`|`sheet shows password`|no sheet shows password",
                "`sheet shows restUsername`||nothing covers it",
                "replaced, because the workflow|gone, because the workflow|nothing covers it",
                "`tenant-domain asks tenantDomain`|`tenant-domain wants tenantDomain`|no tenant-domain wants"
            })
    void brokenMapIsNoticed(String part, String instead, String problem) {
        assertThat(text).contains(part);
        List<String> problems = problems(text.replace(part, instead == null ? "" : instead));
        assertThat(problems).anySatisfy(each -> assertThat(each).contains(problem));
    }

    private List<String> problems(String markdown) {
        return GuideMap.rows(markdown).stream()
                .flatMap(row -> map.problems(row).stream())
                .toList();
    }
}
