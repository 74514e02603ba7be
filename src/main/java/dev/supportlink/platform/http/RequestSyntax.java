package dev.supportlink.platform.http;

import dev.supportlink.platform.problem.Problem;
import dev.supportlink.platform.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what the JAX-RS runtime fails on before any of our code runs: it would answer in another shape, or with a server
 * error, and write a stack trace for each. All patterns run in linear time.
 */
final class RequestSyntax {

    /** RFC 3986: what a path may hold beside letters, digits and escapes; the rest of the world must be escaped. */
    private static final String PATH_MARKS = "/.-_~!$&'()*+,;=:@";

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]++";
    private static final String PARAMETER = "\\s*+;\\s*+(?:" + TOKEN + "=(?:" + TOKEN + "|\"[^\"]*+\"))?+";

    /** RFC 9110, section 8.3.1. */
    private static final String TYPE = TOKEN + "/" + TOKEN;

    private static final Pattern MEDIA_TYPE = Pattern.compile("\\s*+" + TYPE + "(?:" + PARAMETER + ")*+\\s*+");

    /** RFC 9110, section 12.5.1, and the lone star that older Java clients send. */
    private static final String RANGE = "\\s*+(?:" + TYPE + "|\\*)(?:" + PARAMETER + ")*+\\s*+";

    private static final Pattern MEDIA_RANGES = Pattern.compile(RANGE + "(?:," + RANGE + ")*+");

    /** What nearly every client sends, and needs no closer look. */
    private static final Set<String> USUAL = Set.of("*/*", "application/json");

    private static final Pattern QUALITY = Pattern.compile(";\\s*+[qQ]=([^;,\\s]*+)");
    private static final Pattern RIGHT_QUALITY = Pattern.compile("0?\\.[0-9]{1,9}|0\\.?|1(?:\\.0{0,9})?");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*+charset=\"?+([^\";,\\s]*+)");

    private RequestSyntax() {}

    /** What is wrong with the form of the request line or of the headers that say what the bodies are. */
    static Optional<Problem> fault(HttpServletRequest request) {
        return pathFault(request.getRequestURI())
                .or(() -> queryFault(request.getQueryString()))
                .or(() -> contentTypeFault(request.getHeader("Content-Type")))
                .or(() -> acceptFault(request.getHeaders("Accept")));
    }

    static Optional<Problem> pathFault(String path) {
        return isPath(path) && isUtf8(path)
                ? Optional.empty()
                : bad("The path holds characters that must be escaped, as UTF-8, with % and two hex digits.");
    }

    static Optional<Problem> queryFault(@Nullable String query) {
        if (QueryString.isBroken(query)) {
            return bad("The query has a % that does not begin an escape of two hex digits.");
        }
        return query == null || isUtf8(query) ? Optional.empty() : bad("The query is not UTF-8.");
    }

    static Optional<Problem> contentTypeFault(@Nullable String type) {
        return type == null || (MEDIA_TYPE.matcher(type).matches() && !isRange(type) && isCharsetKnown(type))
                ? Optional.empty()
                : Optional.of(Problem.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "The header Content-Type is not a media type with a known charset, such as application/json."));
    }

    static Optional<Problem> acceptFault(Enumeration<String> accepted) {
        while (accepted.hasMoreElements()) {
            if (!isMediaRanges(accepted.nextElement())) {
                return bad("The header Accept is not a list of media ranges, such as application/json or */*;q=0.5.");
            }
        }
        return Optional.empty();
    }

    /** By hand, because it is done for every request and a pattern takes several times as long. */
    private static boolean isPath(String text) {
        int place = 0;
        while (place < text.length()) {
            char next = text.charAt(place);
            boolean escape = next == '%';
            if (escape ? !isEscape(text, place) : !isAlphanumeric(next) && PATH_MARKS.indexOf(next) < 0) {
                return false;
            }
            place += escape ? 3 : 1;
        }
        return true;
    }

    private static boolean isEscape(String text, int place) {
        return place + 2 < text.length() && isHex(text.charAt(place + 1)) && isHex(text.charAt(place + 2));
    }

    private static boolean isHex(char next) {
        return next >= '0' && next <= '9' || next >= 'a' && next <= 'f' || next >= 'A' && next <= 'F';
    }

    private static boolean isAlphanumeric(char next) {
        return next >= 'a' && next <= 'z' || next >= '0' && next <= '9' || next >= 'A' && next <= 'Z';
    }

    private static Optional<Problem> bad(String detail) {
        return Optional.of(Problem.of(ProblemType.BAD_REQUEST, detail));
    }

    /** The runtime would take it for every type, and pass over what we do with the bodies of some. */
    private static boolean isRange(String type) {
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).indexOf('*') >= 0;
    }

    private static boolean isMediaRanges(String accept) {
        if (USUAL.contains(accept)) {
            return true;
        }
        Matcher quality = QUALITY.matcher(accept);
        boolean right = MEDIA_RANGES.matcher(accept).matches();
        while (right && quality.find()) {
            right = RIGHT_QUALITY.matcher(quality.group(1)).matches();
        }
        return right;
    }

    private static boolean isCharsetKnown(String type) {
        Matcher charset = CHARSET.matcher(type);
        try {
            return !charset.find() || Charset.isSupported(charset.group(1));
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }

    private static boolean isPlain(String text) {
        for (int place = 0; place < text.length(); place++) {
            if (text.charAt(place) >= 0x80 || text.charAt(place) == '%') {
                return false;
            }
        }
        return true;
    }

    /** The container gives one character for each byte; escapes stand for further bytes. */
    private static boolean isUtf8(String text) {
        if (isPlain(text)) {
            return true;
        }
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int place = 0; place < text.length(); place++) {
            if (text.charAt(place) == '%') {
                bytes.put((byte) Integer.parseInt(text, place + 1, place + 3, 16));
                place += 2;
            } else {
                bytes.put((byte) text.charAt(place));
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
