package dev.supportlink.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive connection. It sends prepared bytes and reads the answer; a full client would need more of the two
 * cores than the server that it measures.
 */
public final class HttpSocket implements AutoCloseable {

    /** Longer than any answer should take; then an exception says that it hangs. */
    private static final int PATIENCE_MILLIS = 30_000;

    private final URI server;
    private @Nullable Socket socket;
    private ReplyStream in = new ReplyStream(InputStream.nullInputStream());

    public HttpSocket(URI server) {
        this.server = server;
    }

    /** Sends one request and reads the whole answer. */
    public HttpReply exchange(byte[] request) throws IOException {
        Socket open = socket == null ? connect() : socket;
        try {
            open.getOutputStream().write(request);
            return readReply(request.length > 0 && request[0] == 'H');
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    private Socket connect() throws IOException {
        Socket opened = new Socket();
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(PATIENCE_MILLIS);
        opened.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MILLIS);
        in = new ReplyStream(opened.getInputStream());
        socket = opened;
        return opened;
    }

    private HttpReply readReply(boolean headOnly) throws IOException {
        String head = head();
        int status = status(head);
        byte[] body = headOnly || status == 304 ? new byte[0] : body(head);
        if (header(head, "connection").equalsIgnoreCase("close")) {
            close();
        }
        return new HttpReply(status, body);
    }

    /** Of the final answer; one that only says to go on is passed over. */
    private String head() throws IOException {
        String head = in.readThrough("\r\n\r\n");
        return status(head) == 100 ? head() : head;
    }

    private static int status(String head) throws IOException {
        boolean right = head.startsWith("HTTP/1.") && head.indexOf(' ') == 8 && head.length() > 12;
        if (!right) {
            throw new ProtocolException("Answers are out of step: " + head);
        }
        try {
            return Integer.parseInt(head, 9, 12, 10);
        } catch (NumberFormatException none) {
            throw new ProtocolException("Answers are out of step: " + head);
        }
    }

    private byte[] body(String head) throws IOException {
        if (header(head, "transfer-encoding").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        String length = header(head, "content-length");
        return length.isEmpty() ? new byte[0] : in.readExactly(Integer.parseInt(length));
    }

    /** The value of a header; empty without one. */
    private static String header(String head, String name) {
        for (int line = head.indexOf('\n') + 1; line > 0; line = head.indexOf('\n', line) + 1) {
            int colon = line + name.length();
            if (head.regionMatches(true, line, name, 0, name.length()) && head.startsWith(":", colon)) {
                return head.substring(colon + 1, head.indexOf('\r', colon)).strip();
            }
        }
        return "";
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(in.readExactly(size));
            in.readThrough("\r\n");
        }
        in.readThrough("\r\n");
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(in.readThrough("\r\n").strip(), 16);
    }
}
