package dev.supportlink.sandbox.run;

import java.nio.file.Path;
import java.util.List;

/**
 * Lines to paste into a shell: a token and an incident, with every secret read from a file. Each stands on one line,
 * because Maven writes a word of its own before every line of the server.
 */
final class ByHand {

    private ByHand() {}

    static List<String> lines(Path file) {
        return List.of(
                "value() { sed -n 's/^ *\"'\"$1\"'\": \"\\(.*\\)\",*$/\\1/p' '" + file + "'; }",
                "token=$(curl -sS \"$(value endpoint)/oauth_token.do\" -d grant_type=password"
                        + parameter("client_id", "clientId")
                        + parameter("client_secret", "clientSecret")
                        + parameter("username", "restUsername")
                        + parameter("password", "restPassword")
                        + " | sed 's/.*\"access_token\" *: *\"\\([^\"]*\\)\".*/\\1/')",
                "curl -sS \"$(value endpoint)/api/now/table/incident\" -H \"Authorization: Bearer $token\""
                        + " -H 'Content-Type: application/json' -d '{\"short_description\": \"Tried by hand\"}'");
    }

    private static String parameter(String name, String field) {
        return " --data-urlencode \"" + name + "=$(value " + field + ")\"";
    }
}
