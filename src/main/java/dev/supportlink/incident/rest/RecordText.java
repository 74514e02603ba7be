package dev.supportlink.incident.rest;

import dev.supportlink.incident.Incident;
import dev.supportlink.incident.IncidentFields;
import dev.supportlink.incident.JournalEntry;
import dev.supportlink.incident.ServiceNowTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The text of each of a record's fields, stored ones and those that follow from others. */
final class RecordText {

    private final Incident incident;

    RecordText(Incident incident) {
        this.incident = incident;
    }

    /** All fields of a full record, then the ones that the instance's owner added. */
    List<String> names() {
        Stream<String> custom = incident.fields().keySet().stream()
                .filter(IncidentFields::custom)
                .sorted();
        return Stream.concat(IncidentFields.shown().stream(), custom).toList();
    }

    String stored(String name) {
        return switch (name) {
            case "sys_id" -> incident.sysId();
            case "number" -> incident.number();
            case "sys_class_name" -> "incident";
            case "sys_domain" -> "global";
            case "sys_domain_path" -> "/";
            case "sys_mod_count" -> Long.toString(incident.modCount());
            case "sys_created_on", "opened_at" ->
                ServiceNowTime.format(incident.created().at());
            case "sys_created_by" -> incident.created().by();
            case "sys_updated_on" -> ServiceNowTime.format(incident.updated().at());
            case "sys_updated_by" -> incident.updated().by();
            case "priority" -> incident.priority();
            case "active" -> Boolean.toString(incident.active());
            case IncidentFields.INCIDENT_STATE -> incident.state();
            case IncidentFields.COMMENTS, IncidentFields.WORK_NOTES -> "";
            case IncidentFields.COMMENTS_AND_WORK_NOTES -> rendered(incident.journal());
            default -> incident.field(name);
        };
    }

    /** The entries of one journal, as a person reads them. */
    String journal(String element) {
        return rendered(incident.journal().stream()
                .filter(entry -> entry.element().equals(element))
                .toList());
    }

    /** Newest first, each with its time, author and kind; entries that came from the instance were added late. */
    private static String rendered(List<JournalEntry> unordered) {
        List<JournalEntry> entries = unordered.stream()
                .sorted(Comparator.comparing(JournalEntry::writtenAt))
                .toList();
        int last = entries.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(index -> rendered(entries.get(last - index)))
                .collect(Collectors.joining());
    }

    private static String rendered(JournalEntry entry) {
        String kind = entry.element().equals(IncidentFields.COMMENTS) ? "Additional comments" : "Work notes";
        return ServiceNowTime.format(entry.writtenAt()) + " - " + entry.author() + " (" + kind + ")\n" + entry.text()
                + "\n\n";
    }
}
