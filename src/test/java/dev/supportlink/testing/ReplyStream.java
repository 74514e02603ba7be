package dev.supportlink.testing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads answers from a connection in pieces as large as they come, with no work for each byte. */
final class ReplyStream {

    /** The longest head or line. */
    private static final int LIMIT = 16_384;

    private final InputStream in;
    private final byte[] buffer = new byte[LIMIT];
    private int from;
    private int to;

    ReplyStream(InputStream in) {
        this.in = in;
    }

    /** Everything through the first of these ends. */
    String readThrough(String end) throws IOException {
        int searched = from;
        int found = indexOf(end, searched);
        while (found < 0) {
            searched = Math.max(from, to - end.length() + 1) - from;
            fill();
            found = indexOf(end, from + searched);
        }
        String text = new String(buffer, from, found + end.length() - from, StandardCharsets.ISO_8859_1);
        from = found + end.length();
        return text;
    }

    byte[] readExactly(int length) throws IOException {
        int there = Math.min(length, to - from);
        byte[] bytes = new byte[length];
        System.arraycopy(buffer, from, bytes, 0, there);
        from += there;
        if (in.readNBytes(bytes, there, length - there) < length - there) {
            throw new EOFException("The answer ended within its body");
        }
        return bytes;
    }

    private int indexOf(String end, int start) {
        char last = end.charAt(end.length() - 1);
        for (int place = start + end.length() - 1; place < to; place++) {
            if (buffer[place] == last && endsAt(end, place)) {
                return place - end.length() + 1;
            }
        }
        return -1;
    }

    private boolean endsAt(String end, int place) {
        for (int back = 1; back < end.length(); back++) {
            if (buffer[place - back] != end.charAt(end.length() - 1 - back)) {
                return false;
            }
        }
        return true;
    }

    private void fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        int read = to < LIMIT ? in.read(buffer, to, LIMIT - to) : -1;
        if (read < 0) {
            throw new EOFException("The answer ended within a line");
        }
        to += read;
    }
}
