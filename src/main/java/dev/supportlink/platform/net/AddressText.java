package dev.supportlink.platform.net;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Reads and writes address literals: RFC 4291 and 5952, and IPv4 with four decimal numbers only. */
final class AddressText {

    /** Of the longest literal, {@code ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255}. */
    private static final int LONGEST = 45;

    private static final int GROUPS = 8;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    private AddressText() {}

    static IpAddress parse(String text) {
        if (text.length() > LONGEST) {
            throw wrong("is too long to be an address");
        }
        if (text.indexOf('%') >= 0) {
            throw wrong("has a zone after %, which means nothing on another machine; leave it out");
        }
        return text.indexOf(':') >= 0 ? v6(text) : new IpAddress(false, v4(text) << 32, 0);
    }

    static String format(IpAddress address) {
        return address.v6() ? v6(address) : v4(address.high() >>> 32);
    }

    private static long v4(String text) {
        String[] numbers = text.split("\\.", -1);
        if (numbers.length != 4) {
            throw noAddress();
        }
        long bits = 0;
        for (String number : numbers) {
            bits = bits << 8 | number(number);
        }
        return bits;
    }

    /** Others take 010 for eight: such an address would not mean the same to everybody. */
    private static int number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw noAddress();
        }
        if (text.length() > 1 && text.charAt(0) == '0') {
            throw wrong("has a number with a leading zero, which some take for octal; leave it out");
        }
        int number = Integer.parseInt(text);
        if (number > 255) {
            throw noAddress();
        }
        return number;
    }

    private static IpAddress v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            List<Integer> all = groups(text);
            return all.size() == GROUPS ? ofGroups(all) : fail();
        }
        List<Integer> all = new ArrayList<>(groups(text.substring(0, gap)));
        List<Integer> tail = groups(text.substring(gap + 2));
        boolean carriedAtFront = text.lastIndexOf('.', gap) >= 0;
        if (carriedAtFront || all.size() + tail.size() >= GROUPS) {
            throw noAddress();
        }
        while (all.size() + tail.size() < GROUPS) {
            all.add(0);
        }
        all.addAll(tail);
        return ofGroups(all);
    }

    /** The last group may be an IPv4 address, which counts as two. */
    private static List<Integer> groups(String text) {
        List<Integer> groups = new ArrayList<>();
        String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                long carried = v4(parts[i]);
                groups.add((int) (carried >>> 16));
                groups.add((int) (carried & 0xffff));
            } else if (GROUP.matcher(parts[i]).matches()) {
                groups.add(HexFormat.fromHexDigits(parts[i]));
            } else {
                throw noAddress();
            }
        }
        return groups;
    }

    private static IpAddress ofGroups(List<Integer> groups) {
        return new IpAddress(true, bits(groups.subList(0, 4)), bits(groups.subList(4, GROUPS)));
    }

    private static long bits(List<Integer> groups) {
        long bits = 0;
        for (int group : groups) {
            bits = bits << 16 | group;
        }
        return bits;
    }

    private static String v4(long bits) {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }

    private static String v6(IpAddress address) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            long half = i < 4 ? address.high() : address.low();
            groups[i] = (int) (half >>> (48 - i % 4 * 16) & 0xffff);
        }
        int start = longestZeros(groups);
        return start < 0
                ? join(groups, 0, GROUPS)
                : join(groups, 0, start) + "::" + join(groups, start + zerosAt(groups, start), GROUPS);
    }

    /** Where the first of the longest rows of two or more zero groups begins; -1 when there is none. */
    private static int longestZeros(int[] groups) {
        int best = -1;
        for (int i = 0; i < GROUPS; i++) {
            int length = zerosAt(groups, i);
            if (length > 1 && (best < 0 || length > zerosAt(groups, best))) {
                best = i;
            }
        }
        return best;
    }

    private static int zerosAt(int[] groups, int start) {
        int end = start;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end - start;
    }

    private static String join(int[] groups, int from, int to) {
        List<String> texts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            texts.add(Integer.toHexString(groups[i]));
        }
        return String.join(":", texts);
    }

    private static IpAddress fail() {
        throw noAddress();
    }

    private static IllegalArgumentException noAddress() {
        return wrong("is no IPv4 or IPv6 address");
    }

    private static IllegalArgumentException wrong(String message) {
        return new IllegalArgumentException(message);
    }
}
