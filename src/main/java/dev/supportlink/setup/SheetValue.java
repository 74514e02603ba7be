package dev.supportlink.setup;

import dev.supportlink.inbound.InboundSecret;
import java.util.Arrays;
import java.util.Optional;

/** The two secret values of the completion sheet. */
public enum SheetValue {
    CLIENT_SECRET("clientSecret", InboundSecret.INBOUND_CLIENT_SECRET, StepId.INBOUND_CLIENT),
    REST_PASSWORD("restPassword", InboundSecret.INTEGRATION_USER_PASSWORD, StepId.INTEGRATION_USER);

    private final String fieldName;
    private final InboundSecret inboundSecret;
    private final StepId step;

    SheetValue(String fieldName, InboundSecret inboundSecret, StepId step) {
        this.fieldName = fieldName;
        this.inboundSecret = inboundSecret;
        this.step = step;
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

    InboundSecret inboundSecret() {
        return inboundSecret;
    }

    /** The step that must be done before the value can be made. */
    StepId step() {
        return step;
    }
}
