package dev.supportlink.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Makes requests to the inbound paths, and some to the others, that are wrong in at least one way more often than not. */
final class RequestFuzzer {

    private static final String TOKEN_PATH = "/oauth_token.do";
    private static final String REVOKE_PATH = "/oauth_revoke_token.do";

    private final Pick pick;
    private final FuzzTarget target;
    private final FuzzedBodies bodies;
    private final FuzzedQueries queries;

    RequestFuzzer(Pick pick, FuzzTarget target) {
        this.pick = pick;
        this.target = target;
        this.bodies = new FuzzedBodies(pick, target);
        this.queries = new FuzzedQueries(pick);
    }

    FuzzedRequest next() {
        if (pick.percent(3)) {
            return unframed();
        }
        return switch (pick.below(10)) {
            case 0, 1, 2, 3 -> oauth();
            case 4, 5, 6, 7, 8 -> table();
            default -> elsewhere();
        };
    }

    private FuzzedRequest oauth() {
        String path = pick.percent(80) ? pick.of(TOKEN_PATH, TOKEN_PATH, REVOKE_PATH) : bent(TOKEN_PATH);
        List<String> headers = new ArrayList<>();
        headers.add("Content-Type: " + (pick.percent(85) ? "application/x-www-form-urlencoded" : contentType()));
        maybe(headers, 30, "Authorization: " + authorization());
        extras(headers);
        return framed(pick.percent(90) ? "POST" : method(), path, headers, bodies.form());
    }

    private FuzzedRequest table() {
        List<String> headers = new ArrayList<>();
        headers.add("Authorization: " + (pick.percent(92) ? "Bearer " + target.accessToken() : authorization()));
        maybe(headers, 90, "Accept: " + (pick.percent(85) ? "application/json" : accept()));
        extras(headers);
        String path = pick.of("/api/now/table/incident", "/api/now/v1/table/incident", "/api/now/v2/table/incident");
        if (pick.percent(10)) {
            path = bent(path);
        }
        if (pick.percent(45)) {
            return framed(pick.percent(95) ? "GET" : method(), path + queries.any(), headers, "");
        }
        headers.add("Content-Type: " + (pick.percent(90) ? "application/json" : contentType()));
        String method = pick.of("POST", "PATCH", "PUT", "PATCH", "GET", "DELETE");
        String record = method.equals("POST") && pick.percent(90) ? "" : "/" + sysId();
        return framed(method, path + record + (pick.percent(20) ? queries.any() : ""), headers, bodies.json());
    }

    private FuzzedRequest elsewhere() {
        List<String> headers = new ArrayList<>();
        maybe(headers, 50, "Authorization: " + authorization());
        maybe(headers, 50, "Content-Type: " + contentType());
        maybe(headers, 30, "If-Match: " + pick.of("*", "\"1\"", "W/\"1\"", pick.nasty()));
        extras(headers);
        String path = pick.of(
                "/admin/v1/connections",
                "/admin/v1/connections/" + pick.nasty(),
                "/admin/v1/sessions",
                "/admin/v1/allow-list",
                "/admin/v1/jobs/" + pick.nasty() + "/executions",
                "/api/now/table/" + pick.nasty(),
                "/api/" + pick.nasty(),
                "/oauth_" + pick.nasty(),
                "/console/" + pick.nasty(),
                "/" + pick.nasty());
        return framed(method(), oneWord(path), headers, bodies.json());
    }

    /** The length is a lie, the head is no head, or nothing is HTTP at all. */
    private FuzzedRequest unframed() {
        String start = "POST " + pick.of(TOKEN_PATH, "/api/now/table/incident") + " HTTP/1.1\r\nHost: localhost\r\n";
        String form = "Content-Type: application/x-www-form-urlencoded\r\n";
        String text = switch (pick.below(9)) {
            case 0 -> start + form + "Content-Length: 500\r\n\r\ngrant_type=password";
            case 1 -> start + form + "Content-Length: -1\r\n\r\n" + bodies.form();
            case 2 -> start + form + "Content-Length: 5\r\nContent-Length: 7\r\n\r\n" + bodies.form();
            case 3 -> start + form + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + bodies.form();
            case 4 -> start + form + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n5\r\nabcde\r\n0\r\n\r\n";
            case 5 -> start + "X-" + pick.bytes(50) + ": " + pick.bytes(50) + "\r\n\r\n";
            case 6 -> start + "X-Long: " + "a".repeat(70_000) + "\r\n\r\n";
            case 7 ->
                pick.of("GET", "P\u0000ST", "") + " " + pick.bytes(30) + pick.of(" HTTP/1.1", " HTTP/9.9", "")
                        + "\r\n\r\n";
            default -> pick.bytes(200) + "\r\n\r\n";
        };
        return new FuzzedRequest(text, false);
    }

    private FuzzedRequest framed(String method, String path, List<String> headers, String body) {
        StringBuilder text =
                new StringBuilder(method + " " + oneWord(path) + " HTTP/1.1\r\nHost: " + target.authority() + "\r\n");
        headers.forEach(
                header -> text.append(header.replaceAll("[\\r\\n\\x00]", "~")).append("\r\n"));
        text.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
        return new FuzzedRequest(text.toString(), true);
    }

    private void extras(List<String> headers) {
        maybe(headers, 4, "X-http-method-override: " + pick.of("DELETE", "PATCH", "TRACE", "FOO", pick.nasty()));
        maybe(headers, 4, "X-no-response-body: " + pick.nasty());
        maybe(headers, 4, "X-Forwarded-For: " + pick.several(5, ",", pick::nasty));
        maybe(headers, 3, "Content-Encoding: " + pick.of("gzip", "deflate", "br", "x"));
        maybe(headers, 3, "Accept-Encoding: " + pick.nasty());
        maybe(headers, 3, "Accept-Language: " + pick.nasty());
        maybe(headers, 3, "Cookie: " + pick.nasty() + "=" + pick.nasty());
        maybe(headers, 3, "Range: bytes=" + pick.nasty());
        maybe(headers, 2, "Authorization: " + authorization());
        maybe(headers, 2, "Origin: " + pick.of("null", "https://evil.example", pick.nasty()));
    }

    private String bent(String path) {
        return switch (pick.below(7)) {
            case 0 -> "/" + path;
            case 1 -> path + "/";
            case 2 -> path + ";" + pick.nasty();
            case 3 -> path + "?" + pick.nasty() + "=" + pick.nasty();
            case 4 -> path.replace("o", "%6f");
            case 5 -> path + "/" + pick.nasty();
            default -> path + "/../" + pick.nasty();
        };
    }

    private String sysId() {
        return pick.percent(70)
                ? pick.of(target.incidents())
                : pick.percent(50) ? "0123456789abcdef".repeat(2) : pick.nasty();
    }

    private String authorization() {
        return switch (pick.below(8)) {
            case 0 -> "Basic " + pick.nasty();
            case 1 ->
                "Basic "
                        + java.util.Base64.getEncoder()
                                .encodeToString(pick.bytes(30).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            case 2 -> "Bearer " + pick.nasty();
            case 3 -> "Bearer eyJhbGciOiJub25lIn0." + pick.nasty() + "." + pick.nasty();
            case 4 -> "Bearer";
            case 5 -> pick.nasty();
            case 6 -> "Bearer " + target.accessToken() + pick.of("", ",", " ", "x");
            default -> "Negotiate " + pick.nasty();
        };
    }

    private String method() {
        return pick.of("GET", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "POST", "FOO", "get", "PROPFIND");
    }

    private String contentType() {
        return pick.of(
                "application/json",
                "application/json;charset=utf-7",
                "application/json; charset=nope",
                "application/x-www-form-urlencoded; charset=UTF-16",
                "text/xml",
                "multipart/form-data",
                "a/b/c",
                "",
                ";;;",
                "*/*",
                pick.nasty());
    }

    private String accept() {
        return pick.of("*/*", "application/xml", "text/html", ";q=", "application/json;q=abc", "a", pick.nasty());
    }

    private void maybe(List<String> headers, int chance, String header) {
        if (pick.percent(chance)) {
            headers.add(header);
        }
    }

    /** A space or a line end would make another request line of it. */
    private static String oneWord(String path) {
        return path.replaceAll("[\\x00-\\x20\\x7f]", "%20");
    }
}
