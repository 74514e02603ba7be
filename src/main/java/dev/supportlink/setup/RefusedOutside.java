package dev.supportlink.setup;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.ProblemType;
import dev.supportlink.verification.Reason;
import dev.supportlink.verification.Remedy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An outside system refused a value; says why in words, who must act and what to do. Nothing was stored. */
public class RefusedOutside extends DomainException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public RefusedOutside(String field, Reason reason) {
        super(ProblemType.REFUSED_OUTSIDE, reason.message(), List.of(new FieldError(field, reason.message())));
        this.reason = reason;
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("reason", reason.id(), "remedy", remedy(reason.remedy()));
    }

    private static Map<String, Object> remedy(Remedy remedy) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("adminRole", remedy.adminRole().word());
        members.put("text", remedy.text());
        if (remedy.link() != null) {
            members.put("link", remedy.link());
        }
        return members;
    }
}
