package dev.supportlink.inbound.allowlist;

import java.util.List;

/** The six addresses of Microsoft's service that the guide tells to let in; the list's content as it is shipped. */
public final class GuideAddresses {

    public static final List<String> ALL = List.of(
            "52.149.152.32", "40.83.232.243", "40.83.114.39", "13.76.138.31", "13.79.229.170", "20.105.151.142");

    private GuideAddresses() {}
}
