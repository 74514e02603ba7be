package dev.supportlink.outbound.entra;

import dev.supportlink.connection.Cloud;
import dev.supportlink.platform.config.Setting;
import java.net.URI;
import java.util.Set;

/**
 * The hosts of one Microsoft cloud, and the settings that may replace them in the sandbox.
 *
 * @param loginHosts every name of the login host
 * @param issuerHost the host in the issuer of v1 tokens
 */
record CloudHosts(Setting<URI> login, Setting<URI> graph, Set<String> loginHosts, String issuerHost) {

    private static final String STS = "sts.windows.net";

    private static final CloudHosts GLOBAL =
            hosts(Cloud.GLOBAL, "login.microsoftonline.com", "graph.microsoft.com", STS);
    private static final CloudHosts US_GOV = hosts(Cloud.US_GOV, "login.microsoftonline.us", "graph.microsoft.us", STS);
    private static final CloudHosts US_GOV_DOD =
            hosts(Cloud.US_GOV_DOD, "login.microsoftonline.us", "dod-graph.microsoft.us", STS);
    private static final CloudHosts CHINA = hosts(
                    Cloud.CHINA,
                    "login.partner.microsoftonline.cn",
                    "microsoftgraph.chinacloudapi.cn",
                    "sts.chinacloudapi.cn")
            .alsoKnownAs("login.chinacloudapi.cn");

    static CloudHosts of(Cloud cloud) {
        return switch (cloud) {
            case GLOBAL -> GLOBAL;
            case US_GOV -> US_GOV;
            case US_GOV_DOD -> US_GOV_DOD;
            case CHINA -> CHINA;
        };
    }

    /** Whether a URL of a discovery document lies on these hosts. */
    boolean contain(URI url) {
        boolean plain = "https".equals(url.getScheme()) && url.getPort() == -1;
        return plain && (loginHosts.contains(url.getHost()) || issuerHost.equals(url.getHost()));
    }

    boolean isLogin(URI url) {
        return contain(url) && loginHosts.contains(url.getHost());
    }

    boolean isGraph(URI url) {
        return url.equals(URI.create(String.valueOf(graph.defaultText())));
    }

    private CloudHosts alsoKnownAs(String loginHost) {
        String first = loginHosts.iterator().next();
        return new CloudHosts(login, graph, Set.of(first, loginHost), issuerHost);
    }

    private static CloudHosts hosts(Cloud cloud, String loginHost, String graphHost, String issuerHost) {
        return new CloudHosts(
                url(cloud, "login-url", loginHost), url(cloud, "graph-url", graphHost), Set.of(loginHost), issuerHost);
    }

    private static Setting<URI> url(Cloud cloud, String name, String host) {
        return Setting.url("supportlink.cloud." + cloud.word() + "." + name, "https://" + host)
                .where(url -> url.getPath().isEmpty())
                .where(url -> url.getUserInfo() == null && url.getQuery() == null)
                .described("URL without path; hosts other than Microsoft's only in the sandbox");
    }
}
