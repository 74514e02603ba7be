package dev.supportlink.sandbox.instance;

/** An OAuth API endpoint for external clients, as its maker sees it. */
public record OauthClient(String sysId, String name, String clientId, String clientSecret) {

    @Override
    public String toString() {
        return "OauthClient[name=" + name + ", clientId=" + clientId + "]";
    }
}
