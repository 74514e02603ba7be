package dev.supportlink.setup;

import dev.supportlink.inbound.InboundSecret;
import java.util.Arrays;
import java.util.Optional;

/** The two secret values of the completion sheet. */
public enum SheetValue {
    CLIENT_SECRET("clientSecret", InboundSecret.INBOUND_CLIENT_SECRET),
    REST_PASSWORD("restPassword", InboundSecret.INTEGRATION_USER_PASSWORD);

    private final String fieldName;
    private final InboundSecret inboundSecret;

    SheetValue(String fieldName, InboundSecret inboundSecret) {
        this.fieldName = fieldName;
        this.inboundSecret = inboundSecret;
    }

    /** The value with this field name. */
    public static Optional<SheetValue> named(String fieldName) {
        return Arrays.stream(values())
                .filter(which -> which.fieldName.equals(fieldName))
                .findFirst();
    }

    public String fieldName() {
        return fieldName;
    }

    /** What it is where SupportLink makes it. */
    InboundSecret inboundSecret() {
        return inboundSecret;
    }
}
