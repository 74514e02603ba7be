package dev.supportlink.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestIdHandlerTest {

    @AfterEach
    void leaveTheThreadClean() {
        RequestId.end();
    }

    @Test
    void linesOfARequestCarryItsId() {
        RequestId.begin(request(new HashMap<>()));

        assertThat(logged("{0} done")).isEqualTo("{0} done [request " + RequestId.current() + "]");
        assertThat(RequestId.current()).matches("[0-9a-f]{32}");
    }

    @Test
    void linesOutsideOfARequestStayAsTheyAre() {
        assertThat(logged("{0} done")).isEqualTo("{0} done");
        assertThat(RequestId.current()).isEqualTo("-");
    }

    @Test
    void oneRequestKeepsItsIdAndAnotherGetsItsOwn() {
        Map<String, Object> first = new HashMap<>();
        RequestId.begin(request(first));
        String id = RequestId.current();
        RequestId.begin(request(first));
        assertThat(RequestId.current()).isEqualTo(id);

        RequestId.begin(request(new HashMap<>()));
        assertThat(RequestId.current()).isNotEqualTo(id);
    }

    private static String logged(String message) {
        LogRecord line = new LogRecord(Level.INFO, message);
        new RequestIdHandler().publish(line);
        return line.getMessage();
    }

    private static ServletRequest request(Map<String, Object> attributes) {
        return (ServletRequest) Proxy.newProxyInstance(
                RequestIdHandlerTest.class.getClassLoader(),
                new Class<?>[] {ServletRequest.class},
                (proxy, method, given) -> method.getName().equals("getAttribute")
                        ? attributes.get((String) given[0])
                        : attributes.put((String) given[0], given[1]));
    }
}
