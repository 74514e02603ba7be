package dev.supportlink.incident.rest;

import static dev.supportlink.testing.CallerAtMicrosoft.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.CallerAtMicrosoft;
import dev.supportlink.testing.Evaluation;
import dev.supportlink.testing.SharedDeployment;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Callers that ask for long lists and do not read them take no connection of the database from others. */
class SlowReadersIT extends SharedDeployment {

    /** More than the pool of the database has connections, and fewer than the server has threads. */
    private static final int READERS = 60;

    private static final String STATUS = "HTTP/1.1 200";

    private static final String TABLE = "/api/now/table/incident";

    /** Together far more than the system keeps for a socket. */
    private static final int RECORDS = 200;

    private static final String NOTES = "n".repeat(30_000);

    @Test
    void doNotKeepOthersWaiting() throws IOException {
        AdminClient admin = firstUser();
        String connection = Evaluation.connection(admin, "slow readers " + UUID.randomUUID());
        CallerAtMicrosoft caller = CallerAtMicrosoft.signedIn(admin, SERVER.base(), connection);
        for (int number = 0; number < RECORDS; number++) {
            caller.create(json("{\"short_description\":\"long\",\"work_notes\":\"" + NOTES + "\"}"));
        }
        String one = caller.create(json("{\"short_description\":\"short\"}")).getString("sys_id");

        List<Socket> readers = new ArrayList<>();
        try {
            for (int reader = 0; reader < READERS; reader++) {
                readers.add(beginning(caller.request(TABLE).build()));
            }
            assertThat(caller.read(one).getString("short_description")).isEqualTo("short");
            assertThat(caller.change(one, json("{\"work_notes\":\"seen\"}")).getString("sys_id"))
                    .isEqualTo(one);
        } finally {
            for (Socket reader : readers) {
                reader.close();
            }
        }
    }

    /** Reads the status of the answer, and no more. */
    private static Socket beginning(HttpRequest request) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(20_000);
        socket.connect(
                new InetSocketAddress(request.uri().getHost(), request.uri().getPort()));
        socket.getOutputStream()
                .write(("GET " + request.uri().getPath() + " HTTP/1.1\r\nHost: "
                                + request.uri().getAuthority() + "\r\nAuthorization: "
                                + request.headers().firstValue("Authorization").orElseThrow() + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(new String(socket.getInputStream().readNBytes(STATUS.length()), StandardCharsets.ISO_8859_1))
                .isEqualTo(STATUS);
        return socket;
    }
}
