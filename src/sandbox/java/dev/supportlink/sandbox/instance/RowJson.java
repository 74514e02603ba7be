package dev.supportlink.sandbox.instance;

import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.instance.ReadOptions.Display;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Optional;

/** Writes a row as the Table API shows it: strings only, references with a link. */
final class RowJson {

    private final URI baseUri;
    private final Tables tables;
    private final Choices choices;
    private final Journal journal;
    private final AccessRules rules;
    private final InstanceBehaviour behaviour;

    RowJson(
            URI baseUri,
            Tables tables,
            Choices choices,
            Journal journal,
            AccessRules rules,
            InstanceBehaviour behaviour) {
        this.baseUri = baseUri;
        this.tables = tables;
        this.choices = choices;
        this.journal = journal;
        this.rules = rules;
        this.behaviour = behaviour;
    }

    JsonObject of(Table table, Row row, Row reader, ReadOptions options) {
        JsonObjectBuilder json = JsonTexts.object();
        for (Column column : table.columns()) {
            if (options.wants(column.name()) && rules.showsField(reader, table.name(), column.name())) {
                json.add(column.name(), field(table, column, row, options));
            }
        }
        Fields fields = new Fields(tables, table);
        options.fields().stream()
                .filter(name -> name.contains(".") && fields.exists(name))
                .forEach(name -> json.add(name, fields.value(row, name)));
        return json.build();
    }

    private JsonValue field(Table table, Column column, Row row, ReadOptions options) {
        String value = value(column, row, options.display());
        String label = label(table, column, row, value);
        boolean linked = column.isReference() && !value.isEmpty() && options.referenceLinks();
        if (options.display() == Display.VALUE) {
            return linked ? linked(column, value, "value", value).build() : text(value);
        }
        if (options.display() == Display.LABEL) {
            return linked ? linked(column, value, "display_value", label).build() : text(label);
        }
        JsonObjectBuilder both = linked
                ? linked(column, value, "display_value", label)
                : JsonTexts.object().add("display_value", label);
        return both.add("value", value).build();
    }

    private JsonObjectBuilder linked(Column column, String id, String name, String shown) {
        return JsonTexts.object()
                .add(name, shown)
                .add("link", baseUri + "/api/now/table/" + column.target() + "/" + id);
    }

    /** A journal field reads as empty; its entries stand in the journal list. */
    private String value(Column column, Row row, Display display) {
        return switch (column.kind()) {
            case JOURNAL, PASSWORD -> "";
            case JOURNAL_LIST ->
                behaviour.journalOnlyAsDisplayValue() && display == Display.VALUE ? "" : journal.combined(row.id());
            case TEXT, REFERENCE -> row.get(column.name());
        };
    }

    private String label(Table table, Column column, Row row, String value) {
        if (column.isReference()) {
            return tables.find(column.target())
                    .flatMap(target -> displayed(target, row.get(column.name())))
                    .orElse(value);
        }
        return table.name().equals(IncidentSchema.NAME)
                ? choices.label(column.name(), value).orElse(value)
                : value;
    }

    private static Optional<String> displayed(Table target, String id) {
        return target.row(id).map(row -> row.get(target.displayColumn()));
    }

    private static JsonValue text(String value) {
        return JsonTexts.string(value);
    }
}
