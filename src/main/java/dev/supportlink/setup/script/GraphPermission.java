package dev.supportlink.setup.script;

/** The application permissions of Microsoft Graph that a connection can use; ids are the same in every tenant. */
public enum GraphPermission {
    ORGANIZATION_READ("Organization.Read.All", "498476ce-e0fe-48b0-b801-37ba7e2685c6", "recommended"),
    SERVICE_HEALTH_READ("ServiceHealth.Read.All", "79c261e0-fe76-4144-aad5-bdc68fbe4037", "recommended"),
    OWN_APPLICATION_WRITE(
            "Application.ReadWrite.OwnedBy", "18a4783c-866b-4cc7-a460-3d5e5662c884", "for unattended rotation");

    /** Graph's own application ID. */
    public static final String GRAPH = "00000003-0000-0000-c000-000000000000";

    private final String value;
    private final String id;
    private final String use;

    GraphPermission(String value, String id, String use) {
        this.value = value;
        this.id = id;
        this.use = use;
    }

    /** As the portal names it. */
    public String value() {
        return value;
    }

    public String id() {
        return id;
    }

    /** What it is good for. */
    public String use() {
        return use;
    }
}
