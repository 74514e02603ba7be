package dev.supportlink.testing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive connection. It sends prepared bytes and reads the answer; a full client would need more of the two
 * cores than the server that it measures.
 */
public final class HttpSocket implements AutoCloseable {

    /** Longer than any answer should take; then an exception says that it hangs. */
    private static final int PATIENCE_MILLIS = 30_000;

    private static final int LINE_LIMIT = 16_384;

    private final URI server;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

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
        in = new BufferedInputStream(opened.getInputStream(), LINE_LIMIT);
        socket = opened;
        return opened;
    }

    private HttpReply readReply(boolean headOnly) throws IOException {
        int status = status();
        long length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.endsWith("chunked");
            } else if (lower.startsWith("connection:")) {
                last = lower.endsWith("close");
            }
        }
        byte[] body =
                headOnly || status == 304 ? new byte[0] : chunked ? chunks() : in.readNBytes(Math.toIntExact(length));
        if (last) {
            close();
        }
        return new HttpReply(status, body);
    }

    /** Of the final answer; one that only says to go on is passed over. */
    private int status() throws IOException {
        String line = line();
        if (!line.matches("HTTP/1\\.[01] \\d{3}.*")) {
            throw new ProtocolException("Answers are out of step: " + line);
        }
        int status = Integer.parseInt(line.substring(9, 12));
        if (status != 100) {
            return status;
        }
        line();
        return status();
    }

    private byte[] chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.append(new String(in.readNBytes(size), StandardCharsets.ISO_8859_1));
            line();
        }
        line();
        return body.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > LINE_LIMIT) {
                throw new EOFException("The answer ended within a line");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
