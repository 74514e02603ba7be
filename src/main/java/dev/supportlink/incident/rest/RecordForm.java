package dev.supportlink.incident.rest;

import java.util.Set;

/**
 * How records are to look in an answer.
 *
 * @param wanted names of fields; empty for all
 */
record RecordForm(Set<String> wanted, DisplayValue display, boolean linksExcluded, boolean bodyUnwanted) {

    RecordForm {
        wanted = Set.copyOf(wanted);
    }

    boolean wants(String field) {
        return wanted.isEmpty() || wanted.contains(field);
    }
}
