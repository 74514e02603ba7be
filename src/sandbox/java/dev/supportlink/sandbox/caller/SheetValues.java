package dev.supportlink.sandbox.caller;

import jakarta.json.JsonObject;
import java.net.URI;

/** What the tenant admin typed into the admin center: the fields a caller needs of the completion sheet. */
public record SheetValues(
        URI endpoint,
        String authenticationType,
        String clientId,
        String clientSecret,
        String restUsername,
        String restPassword) {

    private static final String BASIC_AUTH = "Basic Auth";
    private static final String AAD_AUTH = "AAD Auth";

    /** A sheet that asks for Basic Auth. */
    public SheetValues(URI endpoint, String clientId, String clientSecret, String restUsername, String restPassword) {
        this(endpoint, BASIC_AUTH, clientId, clientSecret, restUsername, restPassword);
    }

    /** Reads the flat fields of a sheet with its two secret values. */
    public static SheetValues of(JsonObject sheet) {
        return new SheetValues(
                URI.create(sheet.getString("endpoint")),
                sheet.getString("authenticationType", BASIC_AUTH),
                sheet.getString("clientId"),
                sheet.getString("clientSecret"),
                sheet.getString("restUsername"),
                sheet.getString("restPassword"));
    }

    boolean usesEntra() {
        return authenticationType.equals(AAD_AUTH);
    }

    @Override
    public String toString() {
        return "SheetValues[endpoint=" + endpoint + ", clientId=" + clientId + "]";
    }
}
