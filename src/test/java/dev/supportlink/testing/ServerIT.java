package dev.supportlink.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The built WAR starts on the packaged server and keeps strangers out. */
class ServerIT extends SharedDeployment {

    @Test
    void healthIsReadyWithoutSigningIn() {
        assertThat(SERVER.get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void adminPathsRefuseStrangers() {
        assertThat(SERVER.get("/admin/anything").statusCode()).isEqualTo(401);
    }
}
