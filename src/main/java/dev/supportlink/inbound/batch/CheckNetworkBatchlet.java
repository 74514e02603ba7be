package dev.supportlink.inbound.batch;

import dev.supportlink.inbound.allowlist.LookedUp.Outcome;
import dev.supportlink.inbound.allowlist.NetworkChecker;
import dev.supportlink.inbound.allowlist.NetworkFindings;
import dev.supportlink.job.Tally;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.TreeMap;

/** Looks at the network once; what it counted is its exit status. */
@Dependent
@Named
public class CheckNetworkBatchlet extends AbstractBatchlet {

    @Inject
    NetworkChecker checker;

    @Override
    public String process() {
        return counted(checker.check()).text();
    }

    private static Tally counted(NetworkFindings findings) {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("resolved", (long) findings.resolved().size());
        counts.put("missing", (long) findings.missing().size());
        counts.put("noLongerResolved", (long) findings.noLongerResolved().size());
        counts.put("noSuchHost", oneIf(findings.outcome() == Outcome.NO_SUCH_HOST));
        counts.put("noAnswer", oneIf(findings.outcome() == Outcome.NO_ANSWER));
        counts.put("publicUrlUnresolved", oneIf(findings.publicOutcome() != Outcome.FOUND));
        return new Tally(counts);
    }

    private static long oneIf(boolean seen) {
        return seen ? 1 : 0;
    }
}
