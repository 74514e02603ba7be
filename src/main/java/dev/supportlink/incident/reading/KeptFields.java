package dev.supportlink.incident.reading;

import dev.supportlink.incident.AcceptedChange.Kind;
import dev.supportlink.incident.IncidentFields;
import dev.supportlink.incident.delivery.Delivery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields that a caller has changed and the instance does not have yet; with them what follows from them. */
final class KeptFields {

    private static final Map<String, List<String>> FOLLOW = Map.of(
            IncidentFields.STATE,
            List.of(
                    IncidentFields.RESOLVED_AT,
                    IncidentFields.RESOLVED_BY,
                    IncidentFields.CLOSED_AT,
                    IncidentFields.CLOSED_BY),
            IncidentFields.IMPACT,
            List.of(IncidentFields.PRIORITY),
            IncidentFields.URGENCY,
            List.of(IncidentFields.PRIORITY),
            IncidentFields.CORRELATION_ID,
            List.of(IncidentFields.CORRELATION_DISPLAY));

    private KeptFields() {}

    static Set<String> of(List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> delivery.state().open())
                .filter(delivery -> delivery.change().kind() != Kind.JOURNAL)
                .map(delivery -> delivery.change().content().keySet())
                .flatMap(Collection::stream)
                .flatMap(name -> Stream.concat(Stream.of(name), FOLLOW.getOrDefault(name, List.of()).stream()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
