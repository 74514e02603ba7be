package dev.supportlink.sandbox.instance;

import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.http.Parameters;
import dev.supportlink.sandbox.http.Request;
import jakarta.json.JsonArrayBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The Table API over all tables. */
final class TableApi {

    private static final int USUAL_LIMIT = 10_000;

    private final URI baseUri;
    private final Tables tables;
    private final AccessRules access;
    private final IncidentWriter incidents;
    private final RowJson json;
    private final Properties properties;

    TableApi(
            URI baseUri,
            Tables tables,
            AccessRules access,
            IncidentWriter incidents,
            RowJson json,
            Properties properties) {
        this.baseUri = baseUri;
        this.tables = tables;
        this.access = access;
        this.incidents = incidents;
        this.json = json;
        this.properties = properties;
    }

    Answer list(Request request, Row user) {
        Table table = table(request);
        List<Row> found = access.showsRows(user, table.name()) ? matching(table, request.query()) : List.of();
        ResultPage page = ResultPage.of(request.query(), found.size(), USUAL_LIMIT);
        List<Row> rows = found.subList(page.from(), page.to());
        if (rows.isEmpty() && request.path().startsWith("/api/now/v1/")) {
            throw InstanceRefusal.noRecord();
        }
        JsonArrayBuilder result = JsonTexts.array();
        ReadOptions options = ReadOptions.of(request);
        rows.forEach(row -> result.add(json.of(table, row, user, options)));
        return page.describe(
                Answer.json(200, JsonTexts.object().add("result", result).build()), baseUri, request);
    }

    Answer read(Request request, Row user) {
        Table table = table(request);
        return shown(200, table, visible(table, request, user), request, user);
    }

    Answer create(Request request, Row user) {
        Table table = table(request);
        access.checkWrite(user, table.name(), "Insert");
        Map<String, String> values = WriteBody.of(request);
        Row row = table.name().equals(IncidentSchema.NAME)
                ? incidents.insert(values, user)
                : tables.insert(table.name(), InsertRules.complete(table, values), user.get("user_name"));
        return shown(201, table, row, request, user)
                .with("Location", baseUri + request.path().replaceAll("/$", "") + "/" + row.id());
    }

    Answer update(Request request, Row user) {
        Table table = table(request);
        Row before = visible(table, request, user);
        access.checkWrite(user, table.name(), "Update");
        Map<String, String> values = WriteBody.of(request);
        Row after = table.name().equals(IncidentSchema.NAME)
                ? incidents.update(before, values, user)
                : updated(table, before, values, user);
        return shown(200, table, after, request, user);
    }

    Answer delete(Request request, Row user) {
        Table table = table(request);
        Row row = visible(table, request, user);
        access.checkDelete(user);
        tables.delete(table, row.id());
        return Answer.empty(204);
    }

    private Row updated(Table table, Row before, Map<String, String> values, Row user) {
        Row after = before.copy();
        values.forEach((name, value) -> table.column(name)
                .filter(column -> !name.startsWith("sys_"))
                .ifPresent(column -> after.set(name, value)));
        tables.update(table, after, user.get("user_name"));
        return table.row(before.id()).orElseThrow();
    }

    private List<Row> matching(Table table, Parameters parameters) {
        EncodedQuery query = EncodedQuery.parse(queryText(parameters), new Fields(tables, table));
        if (query.hadInvalidPart() && properties.isOn(Properties.INVALID_QUERY_EMPTY)) {
            return List.of();
        }
        return query.sorted(table.rows().filter(query.condition())).toList();
    }

    /** Bare field names are a query of their own where no encoded one is sent. */
    private static String queryText(Parameters parameters) {
        return parameters
                .value("sysparm_query")
                .orElseGet(() -> parameters.names().stream()
                        .filter(name -> !name.startsWith("sysparm_"))
                        .map(name -> name + "=" + parameters.first(name).orElse(""))
                        .collect(Collectors.joining("^")));
    }

    private Row visible(Table table, Request request, Row user) {
        return table.row(request.variable("id"))
                .filter(row -> access.showsRow(user, table.name()))
                .orElseThrow(InstanceRefusal::noRecord);
    }

    private Answer shown(int status, Table table, Row row, Request request, Row user) {
        Answer answer = Answer.json(
                status,
                JsonTexts.object()
                        .add("result", json.of(table, row, user, ReadOptions.of(request)))
                        .build());
        boolean silent = request.header("X-no-response-body").orElse("").equals("true");
        return silent ? answer.withoutBody() : answer;
    }

    private Table table(Request request) {
        String name = request.variable("table");
        return tables.find(name).orElseThrow(() -> InstanceRefusal.noSuchTable(name));
    }
}
