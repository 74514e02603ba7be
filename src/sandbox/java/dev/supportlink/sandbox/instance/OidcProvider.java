package dev.supportlink.sandbox.instance;

/**
 * What an administrator fills in for an OIDC provider that verifies tokens issued elsewhere.
 *
 * @param clientId what tokens must name as audience
 * @param userClaim the claim that says who calls, such as {@code appid}
 * @param userField the column of the user that must hold the claim's value: {@code user_name} is User ID
 */
public record OidcProvider(String name, String clientId, String metadataUrl, String userClaim, String userField) {}
