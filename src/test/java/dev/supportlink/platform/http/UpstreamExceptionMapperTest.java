package dev.supportlink.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.platform.problem.Problem;
import dev.supportlink.platform.problem.UpstreamException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpstreamExceptionMapperTest {

    @ParameterizedTest
    @EnumSource
    void refusalsAre422AndWhatMayPassIs503(UpstreamException.Kind kind) {
        UpstreamException failure =
                new UpstreamException("graph", kind, "some-reason", Duration.ofSeconds(3), "Graph said no.");

        Problem problem = UpstreamExceptionMapper.problemOf(failure);

        assertThat(problem.status()).isEqualTo(kind.passing() ? 503 : 422);
        assertThat(problem.detail()).isEqualTo("Graph said no.");
        assertThat(problem.extensions()).containsEntry("system", "graph").containsEntry("reason", "some-reason");
        assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(3));
    }
}
