package dev.supportlink.inbound.rest;

import dev.supportlink.inbound.RefusalJournal;
import dev.supportlink.inbound.RefusalReason;
import dev.supportlink.inbound.allowlist.AllowList;
import dev.supportlink.inbound.allowlist.AllowListInForce;
import dev.supportlink.platform.http.ErrorShapes;
import dev.supportlink.platform.http.RequestPath;
import dev.supportlink.platform.http.SecurityHeaders;
import dev.supportlink.platform.http.SourceAddress;
import dev.supportlink.platform.problem.Problem;
import dev.supportlink.platform.problem.ProblemType;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Keeps callers out whose address is not on the allow list, before anything of their request is read. Only the probe comes
 * in from wherever it is sent, by its one-time header.
 */
public class AllowListFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient AllowListInForce inForce;

    @Inject
    transient SourceAddress source;

    @Inject
    transient ProbePass probes;

    @Inject
    transient RefusalJournal journal;

    @Inject
    transient SecurityHeaders headers;

    @Inject
    transient ErrorShapes shapes;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<InboundDoor> door = InboundDoor.of(RequestPath.of(request));
        Optional<Problem> refusal = door.flatMap(any -> refusal(request));
        if (refusal.isPresent()) {
            headers.apply(request, response);
            shapes.answer(refusal.get(), door.orElseThrow().shapedAs()).send(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Problem> refusal(HttpServletRequest request) {
        Optional<AllowList> list = inForce.current();
        if (list.isEmpty()) {
            return Optional.of(Problem.of(
                    ProblemType.UNAVAILABLE, "The allow list could not be read yet. Try again in a few seconds."));
        }
        return passes(list.get(), request) ? Optional.empty() : Optional.of(refused(source.of(request)));
    }

    private boolean passes(AllowList list, HttpServletRequest request) {
        return !list.enabled() || source.find(request).filter(list::admits).isPresent() || probes.isProbe(request);
    }

    private Problem refused(String address) {
        journal.record(RefusalReason.ADDRESS_NOT_ALLOWED, null, address);
        return Problem.of(
                ProblemType.FORBIDDEN, "Requests from " + address + " are refused: the allow list does not name it.");
    }
}
