package dev.supportlink.setup.steps;

import dev.supportlink.connection.Connection;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import dev.supportlink.setup.script.EntraRegistration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The redirect URL that a person entered in a portal, confirmed here if they like. The guide gives two: the one is the
 * instance's real callback, the other is accepted with a warning. Without an instance there is none.
 */
final class RedirectUrl {

    private static final String FIELD = "redirectUrl";
    private static final String CALLBACK = "/oauth_redirect.do";
    private static final String SECOND = "/auth_redirect.do";

    private RedirectUrl() {}

    static List<StepInput> inputs(Connection connection) {
        return generated(connection) == null ? List.of() : List.of(StepInput.optional(FIELD, "url"));
    }

    static void read(Answers answers, Connection connection) {
        String right = generated(connection);
        if (right != null) {
            answers.text(
                    FIELD,
                    false,
                    "must be " + right + ", the callback of this instance",
                    text -> Optional.of(text).filter(url -> sameAddress(url, right) || isSecond(url, right)),
                    text -> problem(text, right));
        }
    }

    static List<String> warnings(PlanContext plan, StepId step) {
        String right = generated(plan.connection());
        String entered = plan.record(step).answers().getString(FIELD, "");
        return right == null || !isSecond(entered, right)
                ? List.of()
                : List.of(
                        "The redirect URL ends in auth_redirect.do, which the guide names for the outbound provider. The"
                                + " instance calls back at oauth_redirect.do, and Entra ID refuses every redirect URL that is not"
                                + " registered (AADSTS50011). SupportLink's own sign-in needs no redirect, so nothing fails now;"
                                + " register " + right + " as well before a person signs in through the instance.");
    }

    private static String problem(String text, String right) {
        String mistake = text.startsWith("https://")
                ? "is not a callback of this connection's instance"
                : "is not an address that begins with https://";
        return mistake + "; it must be " + right;
    }

    private static boolean isSecond(String url, String right) {
        return sameAddress(url, right.substring(0, right.length() - CALLBACK.length()) + SECOND);
    }

    /** Host names ignore case; Entra ID compares the path exactly. */
    private static boolean sameAddress(String url, String wanted) {
        int path = wanted.lastIndexOf('/');
        return url.length() == wanted.length()
                && url.substring(0, path).equalsIgnoreCase(wanted.substring(0, path))
                && url.substring(path).equals(wanted.substring(path));
    }

    private static @Nullable String generated(Connection connection) {
        return EntraRegistration.redirectUrl(connection);
    }
}
