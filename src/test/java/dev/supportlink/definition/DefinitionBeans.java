package dev.supportlink.definition;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionCreated;
import dev.supportlink.connection.ConnectionRegistry;
import dev.supportlink.inbound.ClientTerms;
import dev.supportlink.inbound.InboundBeans;
import dev.supportlink.setup.ReplacedAnswers;
import dev.supportlink.setup.StepId;
import dev.supportlink.testing.AuditNotes;
import dev.supportlink.testing.InMemoryConnections;
import dev.supportlink.testing.Wiring;
import java.util.List;

/** A server without a database, as far as definitions are concerned. */
public final class DefinitionBeans {

    private final InboundBeans inbound = new InboundBeans();
    private final AuditNotes audit = new AuditNotes();
    private final DefinitionDesk desk = new DefinitionDesk();

    public DefinitionBeans() {
        Wiring wiring = new Wiring()
                .with(inbound.connections())
                .with(inbound.identities())
                .with(inbound.clients())
                .with(inbound.clock())
                .with(audit)
                .with(new UntouchedPlan())
                .observing(
                        ConnectionCreated.class,
                        event -> inbound.identities().prepare(event.connection().id()));
        wiring.with(wiring.wire(new ConnectionRegistry()));
        wiring.with(wiring.wire(new DefinitionLedger()));
        wiring.wire(desk);
    }

    public DefinitionDesk desk() {
        return desk;
    }

    public InMemoryConnections connections() {
        return inbound.connections();
    }

    public List<String> audited() {
        return audit.lines();
    }

    /** Stores a connection as a set-up would have left it. */
    public void add(Connection connection, ClientTerms terms) {
        connections().add(connection);
        inbound.identities().prepare(connection.id());
        if (new Definition(connection, terms).hasTerms()) {
            inbound.clients().change(connection.id(), before -> terms, revision -> {}, "operator");
        }
    }

    /** Re-opening steps has its own tests. */
    private static final class UntouchedPlan extends ReplacedAnswers {

        @Override
        public List<StepId> reopened(Connection before, Connection after) {
            return List.of();
        }

        @Override
        public void replace(Connection before, Connection after) {
            // The plan of this server has no steps.
        }
    }
}
