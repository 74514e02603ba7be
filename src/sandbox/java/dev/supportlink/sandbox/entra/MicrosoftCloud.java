package dev.supportlink.sandbox.entra;

/** One of Microsoft's clouds, with the names its tokens and metadata carry. */
public enum MicrosoftCloud {
    GLOBAL("https://graph.microsoft.com", "https://sts.windows.net/", "microsoftonline.com", "NA"),
    US_GOV("https://graph.microsoft.us", "https://sts.windows.net/", "microsoftonline.us", "USGov"),
    US_GOV_DOD("https://dod-graph.microsoft.us", "https://sts.windows.net/", "microsoftonline.us", "USGov"),
    CHINA(
            "https://microsoftgraph.chinacloudapi.cn",
            "https://sts.chinacloudapi.cn/",
            "partner.microsoftonline.cn",
            "China");

    private final String graph;
    private final String v1Issuer;
    private final String instanceName;
    private final String region;

    MicrosoftCloud(String graph, String v1Issuer, String instanceName, String region) {
        this.graph = graph;
        this.v1Issuer = v1Issuer;
        this.instanceName = instanceName;
        this.region = region;
    }

    String graph() {
        return graph;
    }

    String v1Issuer() {
        return v1Issuer;
    }

    String instanceName() {
        return instanceName;
    }

    String region() {
        return region;
    }
}
