package dev.supportlink.store.incident;

import dev.supportlink.connection.Connection;
import dev.supportlink.incident.IncidentRepository;
import dev.supportlink.incident.delivery.DeliveryQueue;
import dev.supportlink.incident.reading.ReadingQueue;
import dev.supportlink.store.Sql;
import dev.supportlink.store.StoreSql;
import dev.supportlink.testing.Connections;
import dev.supportlink.testing.StoredConnection;
import dev.supportlink.testing.TestDatabase;
import dev.supportlink.testing.TransactionalDataSource;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;

/** The adapters of the incident feature over a test database, with the transactions that they declare. */
public final class IncidentStore {

    private final TransactionalDataSource source;
    private final Sql sql;
    private final StoredIncidents incidents = new StoredIncidents();
    private final StoredDeliveries deliveries = new StoredDeliveries();
    private final StoredReadings readings = new StoredReadings();

    public IncidentStore(TestDatabase database) {
        source = new TransactionalDataSource(database.dataSource());
        sql = StoreSql.over(source);
        incidents.sql = sql;
        incidents.reading = new IncidentReading();
        incidents.reading.sql = sql;
        deliveries.sql = sql;
        readings.sql = sql;
    }

    public IncidentRepository incidents() {
        return transactional(IncidentRepository.class, incidents);
    }

    public DeliveryQueue deliveries() {
        return transactional(DeliveryQueue.class, deliveries);
    }

    public ReadingQueue readings() {
        return transactional(ReadingQueue.class, readings);
    }

    /** Runs work in one transaction, as a bean that declares one. */
    public <T> T inTransaction(Callable<T> work) {
        try {
            return source.required(work);
        } catch (RuntimeException thrown) {
            throw thrown;
        } catch (Exception thrown) {
            throw new IllegalStateException(thrown);
        }
    }

    /** The id of a new connection, set up with an instance or without. */
    public String connection(TestDatabase database, Connection like) {
        String id = StoredConnection.in(database);
        if (like.instance() != null) {
            sql.update(
                    "update connection set instance_url = ?, instance_user_name = ? where id = ?",
                    like.instance().url().toString(),
                    like.instance().userName(),
                    id);
        }
        return id;
    }

    public String connection(TestDatabase database) {
        return connection(database, Connections.complete("any"));
    }

    public void execute(String text, Object... arguments) {
        sql.update(text, arguments);
    }

    private <P> P transactional(Class<P> port, P adapter) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) ->
                        within(declared(adapter, method), () -> call(method, adapter, arguments))));
    }

    private Object within(Transactional declared, Callable<Object> work) throws Exception {
        if (declared == null) {
            return work.call();
        }
        return declared.value() == TxType.REQUIRES_NEW ? source.requiresNew(work) : source.required(work);
    }

    private static Transactional declared(Object adapter, Method method) throws NoSuchMethodException {
        Method own = adapter.getClass().getMethod(method.getName(), method.getParameterTypes());
        Transactional onMethod = own.getAnnotation(Transactional.class);
        return onMethod == null ? adapter.getClass().getAnnotation(Transactional.class) : onMethod;
    }

    private static Object call(Method method, Object adapter, Object[] arguments) throws Exception {
        try {
            return method.invoke(adapter, arguments);
        } catch (InvocationTargetException thrown) {
            throw (RuntimeException) thrown.getCause();
        }
    }
}
