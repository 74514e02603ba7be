package dev.supportlink.sandbox.run;

import java.nio.file.Path;
import java.util.List;

/** Lines to paste into a shell: a token and an incident, with every secret read from a file. */
final class ByHand {

    private ByHand() {}

    static List<String> lines(Path file) {
        return List.of(
                "",
                "Try it by hand; the values are read from the file",
                "",
                "value() { sed -n 's/^ *\"'\"$1\"'\": \"\\(.*\\)\",*$/\\1/p' '" + file + "'; }",
                "",
                "token=$(curl -sS \"$(value endpoint)/oauth_token.do\" -d grant_type=password \\",
                "  --data-urlencode \"client_id=$(value clientId)\" --data-urlencode \"client_secret=$(value"
                        + " clientSecret)\" \\",
                "  --data-urlencode \"username=$(value restUsername)\" --data-urlencode \"password=$(value"
                        + " restPassword)\" \\",
                "  | sed 's/.*\"access_token\" *: *\"\\([^\"]*\\)\".*/\\1/')",
                "",
                "curl -sS \"$(value endpoint)/api/now/table/incident\" -H \"Authorization: Bearer $token\" \\",
                "  -H 'Content-Type: application/json' -H 'Accept: application/json' \\",
                "  -d '{\"short_description\": \"Tried by hand\"}'");
    }
}
