package dev.supportlink.store.connection;

import dev.supportlink.connection.ConnectionFilter;
import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.platform.text.Word;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together the query behind a filtered page of connections, ordered by name. */
final class ConnectionQuery {

    private final EntityManager entities;
    private final PageRequest page;
    private final StringBuilder where = new StringBuilder("1 = 1");
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    ConnectionQuery(EntityManager entities, ConnectionFilter filter, PageRequest page) {
        this.entities = entities;
        this.page = page;
        word("health", filter.health());
        word("setupState", filter.setupState());
        if (filter.text() != null) {
            condition("(c.nameKey like :text escape '!' or c.tenantDomain like :text escape '!')");
            parameters.put("text", "%" + escaped(filter.text().toLowerCase(Locale.ROOT)) + "%");
        }
        if (filter.ids() != null) {
            condition(filter.ids().isEmpty() ? "1 = 0" : "c.id in :ids");
            if (!filter.ids().isEmpty()) {
                parameters.put("ids", filter.ids());
            }
        }
        if (page.cursor() != null) {
            condition("c.nameKey > :after");
            parameters.put("after", read(page.cursor()));
        }
    }

    /** One row more than the page, to know whether another page follows. */
    List<ConnectionRow> rows() {
        TypedQuery<ConnectionRow> query = entities.createQuery(
                "select c from ConnectionRow c where " + where + " order by c.nameKey", ConnectionRow.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(page.limit() + 1).getResultList();
    }

    static @Nullable String cursor(@Nullable String lastName) {
        return lastName == null
                ? null
                : Base64.getUrlEncoder().withoutPadding().encodeToString(lastName.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw new InvalidInput("cursor", "must be a nextCursor of an earlier page");
        }
    }

    private void word(String field, @Nullable Word constant) {
        if (constant != null) {
            condition("c." + field + " = :" + field);
            parameters.put(field, constant.word());
        }
    }

    private void condition(String text) {
        where.append(" and ").append(text);
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
