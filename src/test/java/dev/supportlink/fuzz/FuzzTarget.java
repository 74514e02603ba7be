package dev.supportlink.fuzz;

import dev.supportlink.sandbox.caller.SheetValues;
import java.net.URI;
import java.util.List;

/** What an attacker who is a caller, too, has at hand. */
record FuzzTarget(URI base, SheetValues sheet, String accessToken, List<String> incidents) {

    String authority() {
        return base.getAuthority();
    }
}
