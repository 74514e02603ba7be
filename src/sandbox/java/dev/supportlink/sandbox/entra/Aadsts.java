package dev.supportlink.sandbox.entra;

/** The refusals the simulated Entra ID knows, each with its number, OAuth class, status and text. */
public enum Aadsts {
    GRANT_UNSUPPORTED(70003, "unsupported_grant_type", 400, false, "The grant type '%s' is not supported here."),
    PARAMETER_MISSING(
            900144, "invalid_request", 400, true, "The request body must contain the following parameter: '%s'."),
    WRONG_VERB(900561, "invalid_request", 400, false, "The endpoint only accepts POST requests. Received a %s."),
    TENANT_MALFORMED(
            900023,
            "invalid_request",
            400,
            true,
            "Specified tenant identifier '%s' is neither a valid DNS name, nor a valid external domain."),
    TENANT_UNKNOWN(
            90002,
            "invalid_request",
            400,
            true,
            "Tenant '%s' not found. Check the tenant name or ID, the cloud, and that it has an active subscription."),
    TENANT_NOT_SPECIFIC(
            9001023,
            "invalid_request",
            400,
            false,
            "The grant type is not supported over the '%s' endpoint. Use a tenant-specific endpoint."),
    TENANT_ELSEWHERE(
            90038, "invalid_request", 400, false, "Tenant '%s' belongs to another national cloud. Use its login host."),
    TENANT_THROTTLED(90055, "temporarily_unavailable", 429, false, "There are too many requests for tenant '%s'."),
    DIRECTORY_UNAVAILABLE(
            90033, "temporarily_unavailable", 503, false, "A transient error happened in '%s'. Please try again."),
    RESOURCE_PARAMETER_REFUSED(
            901002, "invalid_request", 400, false, "The 'resource' request parameter is not supported%s."),
    SCOPE_NOT_DEFAULT(
            1002012,
            "invalid_scope",
            400,
            false,
            "The scope '%s' is not valid: client credentials need a resource identifier followed by '/.default'."),
    SCOPE_INVALID(70011, "invalid_scope", 400, true, "The input parameter 'scope' is not valid: '%s'."),
    SCOPES_OF_SEVERAL_RESOURCES(
            28002, "invalid_scope", 400, false, "The scope '%s' names more than one resource or is malformed."),
    APPLICATION_UNKNOWN(
            700016,
            "unauthorized_client",
            400,
            true,
            "Application with identifier '%s' was not found in the directory. It may not be installed by the"
                    + " administrator of the tenant, or the request was sent to the wrong tenant."),
    APPLICATION_DISABLED(7000112, "unauthorized_client", 400, false, "Application '%s' is disabled."),
    NO_SERVICE_PRINCIPAL(
            7000229,
            "invalid_client",
            401,
            false,
            "The client application '%s' is missing a service principal in the tenant."),
    CREDENTIAL_MISSING(
            7000218,
            "invalid_client",
            401,
            true,
            "The request body must contain the following parameter: 'client_assertion' or 'client_secret'%s."),
    SECRET_WRONG(
            7000215,
            "invalid_client",
            401,
            true,
            "Invalid client secret provided. Send the secret value and not the secret ID, for a secret added to app"
                    + " '%s'."),
    SECRET_EXPIRED(
            7000222,
            "invalid_client",
            401,
            true,
            "The provided client secret keys for app '%s' are expired. Create new keys: https://aka.ms/NewClientSecret,"
                    + " or use certificates: https://aka.ms/certCreds."),
    ASSERTION_REFUSED(700027, "invalid_client", 401, true, "The client assertion of '%s' failed signature validation."),
    RESOURCE_UNKNOWN(
            500011,
            "invalid_resource",
            400,
            true,
            "The resource principal named %s was not found in the tenant. The administrator may not have installed"
                    + " the application, or no user has consented to it."),
    RESOURCE_DISABLED(
            50001, "invalid_resource", 400, false, "The resource %s is disabled or was not found in the tenant."),
    NOT_ASSIGNED(
            501051, "invalid_grant", 400, false, "The application '%s' is not assigned to a role for the resource."),
    CONDITIONAL_ACCESS(
            53003,
            "invalid_grant",
            400,
            true,
            "Access of '%s' has been blocked by Conditional Access policies. They do not allow token issuance."),
    LOOP_DETECTED(50196, "invalid_grant", 400, false, "The client '%s' asks for the same token in a loop.");

    private final int code;
    private final String error;
    private final int status;
    private final boolean lookupPage;
    private final String text;

    Aadsts(int code, String error, int status, boolean lookupPage, String text) {
        this.code = code;
        this.error = error;
        this.status = status;
        this.lookupPage = lookupPage;
        this.text = text;
    }

    /** The number behind {@code AADSTS}. */
    public int code() {
        return code;
    }

    String error() {
        return error;
    }

    int status() {
        return status;
    }

    boolean hasLookupPage() {
        return lookupPage;
    }

    EntraRefusal about(String subject) {
        return new EntraRefusal(this, "AADSTS" + code + ": " + String.format(text, subject));
    }
}
