package dev.supportlink.platform.http;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;

/** Gives every request its id; a listener, because it runs before any filter. */
@WebListener
public class RequestIdListener implements ServletRequestListener {

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        RequestId.begin(event.getServletRequest());
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        RequestId.end();
    }
}
