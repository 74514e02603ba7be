package dev.supportlink.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.SharedDeployment;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Monitoring sees whether the server works, without signing in, and nothing about anybody's connection. */
class HealthIT extends SharedDeployment {

    @ParameterizedTest
    @CsvSource({
        "/health, database server start-up",
        "/health/ready, database start-up",
        "/health/live, server",
        "/health/started, start-up"
    })
    void upWithTheseChecksAndNoOthers(String path, String checks) {
        HttpResponse<String> answer = SERVER.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonObject health = Json.createReader(new StringReader(answer.body())).readObject();
        assertThat(health.getString("status")).isEqualTo("UP");
        assertThat(health.getJsonArray("checks").getValuesAs(JsonObject.class))
                .extracting(check -> check.getString("name"))
                .containsExactlyInAnyOrder(checks.split(" "));
        assertThat(health.getJsonArray("checks").getValuesAs(JsonObject.class))
                .allSatisfy(check -> assertThat(check.getJsonObject("data")).isEmpty());
    }
}
