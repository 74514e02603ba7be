package dev.supportlink.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusProblemsTest {

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 428, 429, 500, 503})
    void knownStatusKeepsItsNumber(int status) {
        assertThat(StatusProblems.of(status).status()).isEqualTo(status);
    }

    @Test
    void otherStatusBecomesTheGeneralOneOfItsClass() {
        assertThat(StatusProblems.of(418).type()).isEqualTo(ProblemType.BAD_REQUEST);
        assertThat(StatusProblems.of(502).type()).isEqualTo(ProblemType.INTERNAL);
    }
}
