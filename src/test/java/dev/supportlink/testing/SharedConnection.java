package dev.supportlink.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** One open connection for everybody who takes part in its transaction: closing it does nothing. */
public final class SharedConnection {

    private SharedConnection() {}

    /** A data source that answers this connection and nothing else. */
    public static DataSource source(Connection open) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return unclosable(open);
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }

    static Connection unclosable(Connection open) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            try {
                return method.invoke(open, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(SharedConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
