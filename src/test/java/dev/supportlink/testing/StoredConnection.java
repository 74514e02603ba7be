package dev.supportlink.testing;

import dev.supportlink.platform.text.Ids;

/** A connection's row for tests of what hangs on it. */
public final class StoredConnection {

    private StoredConnection() {}

    /** Stores a new one and answers its id. */
    public static String in(TestDatabase database) {
        String id = Ids.next();
        database.run(entities -> entities.createNativeQuery("insert into connection (id, revision, name, name_key,"
                        + " tenant_domain, instance_user_new, setup_type, environment, inbound_mode, setup_state, health,"
                        + " created_at) values (?, 1, ?, ?, 'contoso.onmicrosoft.com', false, 'basic', 'test', 'gateway',"
                        + " 'in-progress', 'unchecked', current_timestamp)")
                .setParameter(1, id)
                .setParameter(2, id)
                .setParameter(3, id)
                .executeUpdate());
        return id;
    }
}
