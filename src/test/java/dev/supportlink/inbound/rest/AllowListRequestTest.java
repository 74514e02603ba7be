package dev.supportlink.inbound.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supportlink.platform.json.RecordBinder;
import dev.supportlink.platform.net.CidrRange;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowListRequestTest {

    @Test
    void rangesAreRead() {
        assertThat(read("{'enabled':true,'ranges':['10.0.0.0/8','2001:DB8::1']}")
                        .toWanted()
                        .ranges())
                .extracting(CidrRange::toString)
                .containsExactly("10.0.0.0/8", "2001:db8::1/128");
    }

    @Test
    void whatWasReadMayBeSentBackWhole() {
        assertThat(read("{'enabled':false,'ranges':[],'lastNetworkCheck':{'at':'2026-03-01T10:00:00Z','missing':[]}}")
                        .toWanted()
                        .enabled())
                .isFalse();
    }

    @Test
    void everyWrongRangeIsNamed() {
        InvalidInput refused = refused("{'enabled':true,'ranges':['10.0.0.0/8','10.1.1.1/8','::1','localhost']}");

        assertThat(refused.errors()).extracting(FieldError::field).containsExactly("ranges[1]", "ranges[3]");
        assertThat(refused.errors().get(0).message()).contains("10.0.0.0/8");
    }

    @Test
    void missingAndUnknownMembersAreNamed() {
        assertThat(refused("{}").errors()).extracting(FieldError::field).containsExactly("enabled", "ranges");
        assertThat(refused("{'enabled':'yes','ranges':'::1','on':true}").errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("enabled", "ranges", "on");
        assertThat(refused("{'enabled':true,'ranges':['::1',null,7]}").errors())
                .extracting(FieldError::field)
                .containsExactly("ranges[1]", "ranges[2]");
    }

    @Test
    void tooManyRangesAreOneErrorNotThousands() {
        AllowListRequest huge = new AllowListRequest(true, Collections.nCopies(100_000, "x"), null);

        InvalidInput refused = catchThrowableOfType(InvalidInput.class, huge::toWanted);

        assertThat(refused.errors()).extracting(FieldError::field).isEqualTo(List.of("ranges"));
    }

    private static InvalidInput refused(String body) {
        return catchThrowableOfType(InvalidInput.class, () -> read(body).toWanted());
    }

    private static AllowListRequest read(String body) {
        return RecordBinder.bind(
                AllowListRequest.class,
                Json.createReader(new StringReader(body.replace('\'', '"'))).readObject());
    }
}
