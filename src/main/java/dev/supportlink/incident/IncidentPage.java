package dev.supportlink.incident;

import java.util.List;
import java.util.OptionalLong;

/**
 * Some rows of a list.
 *
 * @param total how many there are in all; empty when nobody asked
 */
public record IncidentPage(List<Incident> rows, OptionalLong total) {

    public IncidentPage {
        rows = List.copyOf(rows);
    }
}
