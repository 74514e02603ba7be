package dev.supportlink.outbound;

import static dev.supportlink.testing.SetupPath.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.LibertyProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A production server, not a sandbox: names that resolve to forbidden addresses are refused when connecting. */
class AddressPolicyIT {

    @TempDir
    Path directory;

    @Test
    void aNameThatResolvesToAForbiddenAddressIsNeverCalled() throws IOException {
        Path hosts = directory.resolve("hosts");
        Files.writeString(hosts, """
            127.0.0.1 localhost
            127.0.0.1 loop.service-now.example
            169.254.169.254 metadata.service-now.example
            169.254.10.10 link.service-now.example
            10.1.2.3 private.service-now.example
            """);
        try (ServerSocket trap = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                LibertyProcess server =
                        LibertyProcess.named("address-policy").systemProperty("jdk.net.hosts.file", hosts.toString())) {
            server.start();
            AdminClient admin = AdminClient.first(server.server().base(), server.dataDirectory());

            for (String host : List.of("loop", "metadata", "link", "private")) {
                Reply refused =
                        environment(admin, host, "https://" + host + ".service-now.example:" + trap.getLocalPort());
                assertThat(refused.status()).as(refused.text()).isEqualTo(422);
                assertThat(refused.json().getString("reason")).isEqualTo("address-not-allowed");
            }
            assertThat(wasCalled(trap)).isFalse();
        }
    }

    private static Reply environment(AdminClient admin, String name, String url) {
        String id = admin.post(
                        "/admin/v1/connections",
                        json("{'name':'" + name + "','tenantDomain':'contoso.onmicrosoft.com','instanceUrl':'" + url
                                + "'}"))
                .expect(201)
                .json()
                .getString("id");
        String steps = "/admin/v1/connections/" + id + "/setup/steps/";
        admin.put(steps + "consent", json("{'answers':{'agreed':true},'actingAs':'servicenow-admin'}"), "\"0\"")
                .expect(200);
        return admin.put(
                steps + "environment",
                json("{'answers':{'test':true,'basicAuthenticationAllowed':'yes'},'actingAs':'servicenow-admin'}"),
                "\"0\"");
    }

    private static boolean wasCalled(ServerSocket trap) throws IOException {
        trap.setSoTimeout(200);
        try {
            trap.accept().close();
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }
}
