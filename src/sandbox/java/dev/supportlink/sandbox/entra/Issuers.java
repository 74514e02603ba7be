package dev.supportlink.sandbox.entra;

import java.net.URI;

/** The issuer names of one login host: v1 names a security token service, v2 the login host itself. */
record Issuers(URI loginHost, MicrosoftCloud cloud) {

    String v1(Tenant tenant) {
        return cloud.v1Issuer() + tenant.id() + "/";
    }

    String v2(Tenant tenant) {
        return loginHost + "/" + tenant.id() + "/v2.0";
    }

    String of(Tenant tenant, int version) {
        return version == 2 ? v2(tenant) : v1(tenant);
    }
}
