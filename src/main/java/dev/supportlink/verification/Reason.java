package dev.supportlink.verification;

import java.util.regex.Pattern;

/**
 * One entry of the catalogue of reasons.
 *
 * @param id stable, lower case with hyphens, such as {@code aadsts-7000215}
 * @param message what happened, in words
 * @param passing whether it may go away by itself (DNS, time-out, 429, 5xx, HTML): health is then unreachable, not
 *     refused
 */
public record Reason(String id, String message, boolean passing, Remedy remedy) {

    private static final Pattern STEPS_OF_APPLICATION =
            Pattern.compile("step (?:entra-application or outbound-provider|entra-application|outbound-provider)");

    /** The same about another application than the Entra application: its values are entered at this step. */
    public Reason atStep(String step) {
        String text = STEPS_OF_APPLICATION.matcher(remedy.text()).replaceAll("step " + step);
        return new Reason(id, message, passing, new Remedy(remedy.adminRole(), text, remedy.link()));
    }

    /** The same with what was seen. */
    public Reason saying(String detail) {
        return new Reason(id, message + " " + detail, passing, remedy);
    }
}
