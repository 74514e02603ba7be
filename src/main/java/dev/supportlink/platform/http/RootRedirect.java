package dev.supportlink.platform.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Leads from the bare address to the console, and from a page's name to the page. */
public class RootRedirect extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** A relative address: the Host header, which anybody can write, is no source of links. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", RequestPath.of(request).equals("/hand-over") ? "/hand-over/" : "/console/");
    }
}
