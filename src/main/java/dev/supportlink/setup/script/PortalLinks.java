package dev.supportlink.setup.script;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deep links into the portals of a connection's cloud, and into its instance. */
public final class PortalLinks {

    private static final String REGISTRATIONS = "/#view/Microsoft_AAD_RegisteredApps/";

    private PortalLinks() {}

    /** The pages on which an app registration is made; with its client ID also those on which it is changed. */
    public static List<Link> registration(Connection connection, @Nullable String clientId) {
        String blades = azurePortal(cloud(connection)) + REGISTRATIONS;
        List<Link> links = new ArrayList<>();
        links.add(new Link("App registrations", blades + "ApplicationsListBlade"));
        links.add(new Link("New registration", blades + "CreateApplicationBlade"));
        if (clientId != null) {
            String id = "/appId/" + UrlPart.of(clientId);
            links.add(new Link("Authentication", blades + "ApplicationMenuBlade/~/Authentication" + id));
            links.add(new Link("Certificates & secrets", blades + "ApplicationMenuBlade/~/Credentials" + id));
            links.add(new Link("API permissions", blades + "ApplicationMenuBlade/~/CallAnAPI" + id));
            links.add(new Link("Owners", blades + "ApplicationMenuBlade/~/Owners" + id));
        }
        return List.copyOf(links);
    }

    /** The page of the Microsoft 365 admin center with the support integration, where a tenant still has it. */
    public static Link organizationProfile(Connection connection) {
        return new Link("Organization profile", adminCenter(cloud(connection)) + "/Settings/OrganizationProfile");
    }

    /** The page with the tenant's domains. */
    public static Link domains(Connection connection) {
        return new Link("Domains", adminCenter(cloud(connection)) + "/Domains");
    }

    public static List<Link> registry(Connection connection, Instance instance) {
        String name = InstanceNames.inboundClient(connection);
        return List.of(
                new Link("Application Registry", instance.origin() + "/oauth_entity_list.do"),
                new Link(
                        "New OAuth API endpoint for external clients",
                        form(instance, "oauth_entity", "type=client^name=" + name)),
                backgroundScripts(instance));
    }

    /** Where an OIDC provider is configured; its form is chosen in the registry. */
    public static List<Link> oidcProviders(Instance instance) {
        return List.of(
                new Link("Application Registry", instance.origin() + "/oauth_entity_list.do"),
                new Link("OIDC providers", instance.origin() + "/oidc_provider_configuration_list.do"));
    }

    /** The registry with a form for the guide's third party provider. */
    public static List<Link> providers(Connection connection, Instance instance) {
        String name = InstanceNames.outboundProvider(connection);
        return List.of(
                new Link("Application Registry", instance.origin() + "/oauth_entity_list.do"),
                new Link(
                        "New third party OAuth provider",
                        form(instance, "oauth_entity", "type=oauth_provider^name=" + name)));
    }

    public static List<Link> users(Connection connection, Instance instance) {
        String userName = InstanceNames.integrationUser(connection);
        return List.of(
                new Link("Users", instance.origin() + "/sys_user_list.do"),
                new Link(
                        "New user",
                        form(instance, "sys_user", "user_name=" + userName + "^web_service_access_only=true")),
                backgroundScripts(instance));
    }

    /** The users, where the form cannot be filled in beforehand. */
    public static List<Link> users(Instance instance) {
        return List.of(
                new Link("Users", instance.origin() + "/sys_user_list.do"),
                new Link("New user", form(instance, "sys_user", "web_service_access_only=true")),
                backgroundScripts(instance));
    }

    public static Link backgroundScripts(Instance instance) {
        return new Link("Scripts - Background", instance.origin() + "/sys.scripts.do");
    }

    /** An empty form with values filled in. */
    private static String form(Instance instance, String table, String values) {
        return instance.origin() + "/" + table + ".do?sys_id=-1&sysparm_query=" + UrlPart.of(values);
    }

    private static Cloud cloud(Connection connection) {
        return Optional.ofNullable(connection.tenant().cloud()).orElse(Cloud.GLOBAL);
    }

    private static String azurePortal(Cloud cloud) {
        return switch (cloud) {
            case GLOBAL -> "https://portal.azure.com";
            case US_GOV, US_GOV_DOD -> "https://portal.azure.us";
            case CHINA -> "https://portal.azure.cn";
        };
    }

    private static String adminCenter(Cloud cloud) {
        return switch (cloud) {
            case GLOBAL -> "https://admin.microsoft.com/#";
            case US_GOV -> "https://portal.office365.us/adminportal/home#";
            case US_GOV_DOD -> "https://portal.apps.mil/adminportal/home#";
            case CHINA -> "https://portal.partner.microsoftonline.cn/adminportal/home#";
        };
    }
}
