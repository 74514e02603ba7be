package dev.supportlink.definition;

import dev.supportlink.connection.ConnectionNameTaken;
import dev.supportlink.connection.ConnectionNotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Exports definitions and takes them in. */
@ApplicationScoped
public class DefinitionDesk {

    @Inject
    DefinitionLedger ledger;

    public Definition export(String connectionId) {
        return ledger.read(connectionId);
    }

    public long revision(String connectionId) {
        return ledger.revision(connectionId);
    }

    /** What an import would do; stores nothing. */
    public ImportReport preview(WantedDefinition wanted) {
        return ledger.preview(wanted);
    }

    /** Creates the connection or changes it; two imports of one new name at the same moment both succeed. */
    public ImportReport take(WantedDefinition wanted, String actor) {
        try {
            return ledger.store(wanted, actor);
        } catch (ConnectionNameTaken | ConnectionNotFound meanwhile) {
            return ledger.store(wanted, actor);
        }
    }
}
