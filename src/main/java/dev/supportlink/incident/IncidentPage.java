package dev.supportlink.incident;

import java.util.List;
import java.util.OptionalLong;

/**
 * Some rows of a list, by their ids: a list may be long and its rows large.
 *
 * @param total how many there are in all; empty when nobody asked
 */
public record IncidentPage(List<String> sysIds, OptionalLong total) {

    public IncidentPage {
        sysIds = List.copyOf(sysIds);
    }
}
