package dev.supportlink.definition;

import dev.supportlink.audit.AuditTrail;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionNotFound;
import dev.supportlink.connection.ConnectionRegistry;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.inbound.ClientTerms;
import dev.supportlink.inbound.InboundClients;
import dev.supportlink.inbound.InboundIdentities;
import dev.supportlink.inbound.InboundIdentity;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.setup.ReplacedAnswers;
import dev.supportlink.setup.StepId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads and stores definitions, each in one transaction; calls nobody outside. */
@ApplicationScoped
@Transactional
public class DefinitionLedger {

    @Inject
    ConnectionRepository connections;

    @Inject
    ConnectionRegistry registry;

    @Inject
    InboundIdentities identities;

    @Inject
    InboundClients clients;

    @Inject
    ReplacedAnswers answers;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    public Definition read(String connectionId) {
        return definition(connections.get(connectionId));
    }

    /** Of the definition and all its parts; for an ETag. */
    public long revision(String connectionId) {
        Connection connection = connections.get(connectionId);
        return connection.revision()
                + identities.find(connectionId).map(InboundIdentity::revision).orElse(1L)
                - 1;
    }

    /** What storing it would do; stores nothing. */
    public ImportReport preview(WantedDefinition wanted) {
        return draft(wanted, this::definition).report(this::reopened);
    }

    /**
     * Creates the connection of that name or changes it to what is wanted; an equal one stays as it is and leaves no trace.
     * {@link dev.supportlink.connection.ConnectionNameTaken} when somebody else creates it at the same moment, {@link
     * ConnectionNotFound} when somebody removes it.
     */
    public ImportReport store(WantedDefinition wanted, String actor) {
        ImportDraft draft = draft(wanted, found -> definition(connections.lock(found.id())));
        ImportReport report = draft.report(this::reopened);
        if (report.outcome() == ImportOutcome.UNCHANGED) {
            return report;
        }
        Connection after = draft.after().connection();
        draft.before()
                .ifPresentOrElse(
                        before -> change(before.connection(), after, actor), () -> registry.create(after, actor));
        storeTerms(draft, actor);
        audit.record(actor, "connection-imported", after.id(), detail(report));
        return new ImportReport(report.outcome(), report.changes(), report.reopens(), connections.get(after.id()));
    }

    private ImportDraft draft(WantedDefinition wanted, Function<Connection, Definition> read) {
        Optional<Definition> before = connections.findNamed(wanted.name()).map(read);
        return new ImportDraft(
                before, before.map(wanted::onto).orElseGet(() -> wanted.toNew(Ids.next(), clock.instant())));
    }

    private Definition definition(Connection connection) {
        ClientTerms terms =
                identities.find(connection.id()).map(InboundIdentity::terms).orElse(ClientTerms.DEFAULT);
        return new Definition(connection, terms);
    }

    private List<StepId> reopened(Definition before, Definition after) {
        return answers.reopened(before.connection(), after.connection());
    }

    private void change(Connection before, Connection after, String actor) {
        registry.change(before.id(), now -> after, revision -> {}, actor);
        answers.replace(before, after);
    }

    private void storeTerms(ImportDraft draft, String actor) {
        ClientTerms present = draft.before().map(Definition::terms).orElse(ClientTerms.DEFAULT);
        ClientTerms wanted = draft.after().terms();
        if (!wanted.equals(present)) {
            clients.change(draft.after().connection().id(), terms -> wanted, revision -> {}, actor);
        }
    }

    private static Map<String, String> detail(ImportReport report) {
        String fields = report.changes().stream().map(FieldChange::field).collect(Collectors.joining(", "));
        return Map.of("outcome", report.outcome().word(), "fields", fields);
    }
}
