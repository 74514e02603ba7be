package dev.supportlink.incident;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The incident's fields as ServiceNow names them: which exist, which can be written, and what they may hold. */
public final class IncidentFields {

    public static final String STATE = "state";
    public static final String INCIDENT_STATE = "incident_state";
    public static final String IMPACT = "impact";
    public static final String URGENCY = "urgency";
    public static final String CATEGORY = "category";
    public static final String CLOSE_CODE = "close_code";
    public static final String CLOSE_NOTES = "close_notes";
    public static final String CORRELATION_ID = "correlation_id";
    public static final String CORRELATION_DISPLAY = "correlation_display";
    public static final String COMMENTS = "comments";
    public static final String WORK_NOTES = "work_notes";
    public static final String COMMENTS_AND_WORK_NOTES = "comments_and_work_notes";
    public static final String PRIORITY = "priority";
    public static final String CLOSED_AT = "closed_at";
    public static final String CLOSED_BY = "closed_by";
    public static final String RESOLVED_AT = "resolved_at";
    public static final String RESOLVED_BY = "resolved_by";

    /** Writing one appends an entry; reading one gives nothing. */
    public static final List<String> JOURNALS = List.of(COMMENTS, WORK_NOTES);

    /** Reference fields and the tables that they point to. */
    public static final Map<String, String> REFERENCES = Map.ofEntries(
            entry("assigned_to", "sys_user"),
            entry("assignment_group", "sys_user_group"),
            entry("business_service", "cmdb_ci_service"),
            entry("caller_id", "sys_user"),
            entry("caused_by", "change_request"),
            entry("closed_by", "sys_user"),
            entry("cmdb_ci", "cmdb_ci"),
            entry("company", "core_company"),
            entry("delivery_plan", "sc_cat_item_delivery_plan"),
            entry("delivery_task", "sc_cat_item_delivery_task"),
            entry("location", "cmn_location"),
            entry("opened_by", "sys_user"),
            entry("parent", "task"),
            entry("parent_incident", "incident"),
            entry("problem_id", "problem"),
            entry(RESOLVED_BY, "sys_user"),
            entry("rfc", "change_request"));

    private static final Set<String> WRITABLE = Set.of(
            "activity_due",
            "additional_assignee_list",
            "approval",
            "approval_set",
            "assigned_to",
            "assignment_group",
            "business_service",
            "caller_id",
            CATEGORY,
            "caused_by",
            CLOSE_CODE,
            CLOSE_NOTES,
            "cmdb_ci",
            "company",
            "contact_type",
            CORRELATION_DISPLAY,
            CORRELATION_ID,
            "delivery_plan",
            "delivery_task",
            "description",
            "due_date",
            "expected_start",
            "follow_up",
            "group_list",
            "hold_reason",
            IMPACT,
            "knowledge",
            "location",
            "notify",
            "order",
            "parent",
            "parent_incident",
            "problem_id",
            "rfc",
            "severity",
            "short_description",
            STATE,
            "subcategory",
            URGENCY,
            "user_input",
            "watch_list",
            "work_end",
            "work_notes_list",
            "work_start");

    private static final Set<String> READ_ONLY = Set.of(
            "active",
            "approval_history",
            "business_duration",
            "business_stc",
            "calendar_duration",
            "calendar_stc",
            "child_incidents",
            CLOSED_AT,
            CLOSED_BY,
            COMMENTS_AND_WORK_NOTES,
            "escalation",
            "made_sla",
            "number",
            "opened_at",
            "opened_by",
            PRIORITY,
            "reassignment_count",
            "rejection_goto",
            "reopen_count",
            RESOLVED_AT,
            RESOLVED_BY,
            "sla_due",
            "sys_class_name",
            "sys_created_by",
            "sys_created_on",
            "sys_domain",
            "sys_domain_path",
            "sys_id",
            "sys_mod_count",
            "sys_tags",
            "sys_updated_by",
            "sys_updated_on",
            "time_worked",
            "upon_approval",
            "upon_reject",
            "wf_activity");

    /** Fields that the copy has of its own, or works out; what the instance has there means something else. */
    private static final Set<String> OWN =
            Set.of("active", COMMENTS_AND_WORK_NOTES, CORRELATION_ID, "number", "opened_at");

    private static final Set<String> LONG = Set.of("description", CLOSE_NOTES, COMMENTS, WORK_NOTES);
    private static final int LONGEST = 32_000;
    private static final int LONGEST_CUSTOM = 4_000;
    private static final int LONGEST_CORRELATION = 100;
    private static final int LONGEST_SHORT = 1_000;
    private static final Pattern CUSTOM = Pattern.compile("[ux]_[a-z0-9_]{1,78}");

    private static final List<String> SHOWN = Stream.of(
                    WRITABLE.stream(), READ_ONLY.stream(), JOURNALS.stream(), Stream.of(INCIDENT_STATE))
            .flatMap(names -> names)
            .sorted()
            .toList();

    private static final Set<String> KNOWN = Set.copyOf(SHOWN);

    private IncidentFields() {}

    /** Every field of a full record, in the order in which it is shown. */
    public static List<String> shown() {
        return SHOWN;
    }

    /** Whether a caller may set it: a known field, or one that the instance's owner added. */
    public static boolean writable(String name) {
        return WRITABLE.contains(name) || isJournal(name) || custom(name);
    }

    /** Whether ServiceNow ignores it in a write. */
    public static boolean ignored(String name) {
        return READ_ONLY.contains(name) || name.startsWith("sys_");
    }

    /** Whether the field was added by the instance's owner or by an app there. */
    public static boolean custom(String name) {
        return CUSTOM.matcher(name).matches();
    }

    /** Whether the copy takes the instance's value over. */
    public static boolean takenOver(String name) {
        boolean known = (WRITABLE.contains(name) || READ_ONLY.contains(name)) && !OWN.contains(name);
        return custom(name) || known && !name.startsWith("sys_");
    }

    public static boolean isJournal(String name) {
        return JOURNALS.contains(name);
    }

    /** Whether a record can be searched and ordered by it. */
    public static boolean searchable(String name) {
        return (KNOWN.contains(name) || custom(name)) && !isJournal(name) && !name.equals(COMMENTS_AND_WORK_NOTES);
    }

    /** The table that a reference field points to; empty for all other fields. */
    public static Optional<String> referencedTable(String name) {
        return Optional.ofNullable(REFERENCES.get(name));
    }

    /** What is wrong with text that not every database and instance can hold; empty when nothing is. */
    public static Optional<String> unstorable(String text) {
        boolean control = text.chars().anyMatch(IncidentFields::isControl);
        boolean broken = text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF);
        return control || broken
                ? Optional.of("must not contain control characters or broken characters")
                : Optional.empty();
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }

    /** How many characters a field may hold. */
    public static int longest(String name) {
        if (LONG.contains(name)) {
            return LONGEST;
        }
        if (name.equals(CORRELATION_ID)) {
            return LONGEST_CORRELATION;
        }
        return custom(name) ? LONGEST_CUSTOM : LONGEST_SHORT;
    }
}
