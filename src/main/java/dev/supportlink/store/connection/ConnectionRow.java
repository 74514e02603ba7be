package dev.supportlink.store.connection;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Environment;
import dev.supportlink.connection.Health;
import dev.supportlink.connection.HealthRecord;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.connection.SetupState;
import dev.supportlink.connection.SetupType;
import dev.supportlink.connection.Tenant;
import dev.supportlink.platform.text.Word;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One connection's row. */
@Entity
@Table(name = "connection")
@NullUnmarked
class ConnectionRow {

    @Id
    String id;

    long revision;
    String name;

    @Column(name = "name_key")
    String nameKey;

    @Column(name = "tenant_domain")
    String tenantDomain;

    @Column(name = "tenant_id")
    String tenantId;

    String cloud;

    @Column(name = "instance_url")
    String instanceUrl;

    @Column(name = "instance_client_id")
    String instanceClientId;

    @Column(name = "instance_user_name")
    String instanceUserName;

    @Column(name = "instance_user_new")
    boolean instanceUserNew;

    @Column(name = "setup_type")
    String setupType;

    String environment;

    @Column(name = "inbound_mode")
    String inboundMode;

    @Column(name = "setup_state")
    String setupState;

    String health;

    @Column(name = "last_verified_at")
    Instant lastVerifiedAt;

    @Column(name = "last_healthy_at")
    Instant lastHealthyAt;

    @Column(name = "next_verification_at")
    Instant nextVerificationAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "entra_client_id")
    String entraClientId;

    @Column(name = "rest_api_client_id")
    String restApiClientId;

    @Column(name = "rest_api_identifier_uri")
    String restApiIdentifierUri;

    @Column(name = "rest_user_client_id")
    String restUserClientId;

    @Column(name = "sheet_confirmed_at")
    Instant sheetConfirmedAt;

    @Column(name = "write_proven_at")
    Instant writeProvenAt;

    @Column(name = "adoption_query")
    String adoptionQuery;

    static String keyOf(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    void definition(Connection connection) {
        name = connection.name();
        nameKey = keyOf(connection.name());
        tenantDomain = connection.tenant().domain();
        tenantId = connection.tenant().id();
        cloud = word(connection.tenant().cloud());
        setupType = connection.setupType().word();
        environment = connection.environment().word();
        inboundMode = connection.inboundMode().word();
        setupState = connection.setupState().word();
        entraClientId = connection.entraClientId();
        sheetConfirmedAt = connection.sheetConfirmedAt();
        adoptionQuery = connection.adoptionQuery();
        instance(connection.instance());
        applications(connection.restApplications());
    }

    void health(HealthRecord record) {
        health = record.health().word();
        lastVerifiedAt = record.lastVerifiedAt();
        lastHealthyAt = record.lastHealthyAt();
        nextVerificationAt = record.nextVerificationAt();
    }

    Connection toConnection() {
        return new Connection(
                id,
                revision,
                name,
                new Tenant(tenantDomain, tenantId, cloud == null ? null : parse(Cloud.class, cloud)),
                instance(),
                parse(SetupType.class, setupType),
                parse(Environment.class, environment),
                parse(InboundMode.class, inboundMode),
                parse(SetupState.class, setupState),
                new HealthRecord(parse(Health.class, health), lastVerifiedAt, lastHealthyAt, nextVerificationAt),
                createdAt,
                entraClientId,
                new RestApplications(restApiClientId, restApiIdentifierUri, restUserClientId),
                sheetConfirmedAt,
                writeProvenAt,
                adoptionQuery);
    }

    private void applications(RestApplications applications) {
        restApiClientId = applications.apiClientId();
        restApiIdentifierUri = applications.identifierUri();
        restUserClientId = applications.userClientId();
    }

    private void instance(@Nullable Instance instance) {
        instanceUrl = instance == null ? null : instance.url().toString();
        instanceClientId = instance == null ? null : instance.clientId();
        instanceUserName = instance == null ? null : instance.userName();
        instanceUserNew = instance != null && instance.userIsNew();
    }

    private @Nullable Instance instance() {
        return instanceUrl == null
                ? null
                : new Instance(URI.create(instanceUrl), instanceClientId, instanceUserName, instanceUserNew);
    }

    private static @Nullable String word(@Nullable Word constant) {
        return constant == null ? null : constant.word();
    }

    private static <E extends Enum<E> & Word> E parse(Class<E> type, String word) {
        return Word.parse(type, word).orElseThrow(() -> new IllegalStateException("stored word " + word));
    }
}
