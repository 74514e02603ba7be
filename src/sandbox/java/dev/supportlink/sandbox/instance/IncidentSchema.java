package dev.supportlink.sandbox.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of the incident table and who may write which. */
final class IncidentSchema {

    static final String NAME = "incident";

    private static final List<String> TEXTS = List.of(
            "active",
            "activity_due",
            "additional_assignee_list",
            "approval",
            "approval_history",
            "approval_set",
            "business_duration",
            "business_impact",
            "business_stc",
            "calendar_duration",
            "calendar_stc",
            "category",
            "cause",
            "child_incidents",
            "close_code",
            "close_notes",
            "closed_at",
            "contact_type",
            "contract",
            "correlation_display",
            "correlation_id",
            "delivery_plan",
            "delivery_task",
            "description",
            "due_date",
            "escalation",
            "expected_start",
            "follow_up",
            "group_list",
            "hold_reason",
            "impact",
            "incident_state",
            "knowledge",
            "made_sla",
            "notify",
            "number",
            "opened_at",
            "order",
            "origin_id",
            "origin_table",
            "priority",
            "reassignment_count",
            "reopen_count",
            "reopened_time",
            "resolved_at",
            "route_reason",
            "severity",
            "short_description",
            "sla_due",
            "state",
            "subcategory",
            "sys_class_name",
            "sys_domain",
            "sys_domain_path",
            "sys_tags",
            "task_effective_number",
            "time_worked",
            "universal_request",
            "upon_approval",
            "upon_reject",
            "urgency",
            "user_input",
            "watch_list",
            "work_end",
            "work_notes_list",
            "work_start");

    private static final Map<String, String> INITIAL = Map.ofEntries(
            Map.entry("active", "true"),
            Map.entry("approval", "not requested"),
            Map.entry("category", "inquiry"),
            Map.entry("child_incidents", "0"),
            Map.entry("escalation", "0"),
            Map.entry("impact", "3"),
            Map.entry("incident_state", "1"),
            Map.entry("knowledge", "false"),
            Map.entry("made_sla", "true"),
            Map.entry("notify", "1"),
            Map.entry("priority", "5"),
            Map.entry("reassignment_count", "0"),
            Map.entry("reopen_count", "0"),
            Map.entry("severity", "3"),
            Map.entry("state", "1"),
            Map.entry("sys_class_name", NAME),
            Map.entry("sys_domain", "global"),
            Map.entry("sys_domain_path", "/"),
            Map.entry("upon_approval", "proceed"),
            Map.entry("upon_reject", "cancel"),
            Map.entry("urgency", "3"));

    private static final Map<String, String> REFERENCES = Map.ofEntries(
            Map.entry("assigned_to", "sys_user"),
            Map.entry("assignment_group", "sys_user_group"),
            Map.entry("business_service", "cmdb_ci_service"),
            Map.entry("caller_id", "sys_user"),
            Map.entry("caused_by", "change_request"),
            Map.entry("closed_by", "sys_user"),
            Map.entry("cmdb_ci", "cmdb_ci"),
            Map.entry("company", "core_company"),
            Map.entry("location", "cmn_location"),
            Map.entry("opened_by", "sys_user"),
            Map.entry("parent", "task"),
            Map.entry("parent_incident", NAME),
            Map.entry("problem_id", "problem"),
            Map.entry("reopened_by", "sys_user"),
            Map.entry("resolved_by", "sys_user"),
            Map.entry("rfc", "change_request"),
            Map.entry("service_offering", "service_offering"));

    private static final Set<String> READ_ONLY = Set.of(
            "active",
            "closed_at",
            "closed_by",
            "number",
            "opened_at",
            "opened_by",
            "priority",
            "resolved_at",
            "resolved_by",
            "task_effective_number");

    private IncidentSchema() {}

    static Table table() {
        List<Column> columns = new ArrayList<>();
        TEXTS.forEach(name -> columns.add(Column.text(name, INITIAL.getOrDefault(name, ""))));
        REFERENCES.forEach((name, target) -> columns.add(Column.reference(name, target)));
        columns.add(new Column("comments", Column.Kind.JOURNAL, "", ""));
        columns.add(new Column("work_notes", Column.Kind.JOURNAL, "", ""));
        columns.add(new Column("comments_and_work_notes", Column.Kind.JOURNAL_LIST, "", ""));
        return Schema.table(NAME, "number", columns.toArray(Column[]::new));
    }

    static boolean isWritable(String column) {
        return !column.startsWith("sys_") && !READ_ONLY.contains(column);
    }
}
