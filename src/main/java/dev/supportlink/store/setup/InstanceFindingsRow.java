package dev.supportlink.store.setup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** What was found at one connection's instance, as a JSON document. */
@Entity
@Table(name = "instance_findings")
@NullUnmarked
class InstanceFindingsRow {

    @Id
    @Column(name = "connection_id")
    String connectionId;

    @Column(name = "instance_origin")
    String instanceOrigin;

    String document;

    @Column(name = "pasted_at")
    Instant pastedAt;

    @Column(name = "pasted_by")
    String pastedBy;
}
