package dev.supportlink.platform.http;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.logging.Logger;

/** Puts the request's id into log lines as long as the application runs. */
@WebListener
public class RequestIdLogging implements ServletContextListener {

    /** Held here: the log manager itself forgets loggers that nobody holds. */
    private static final Logger OURS = Logger.getLogger("dev.supportlink");

    private final RequestIdHandler handler = new RequestIdHandler();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        OURS.addHandler(handler);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        OURS.removeHandler(handler);
    }
}
