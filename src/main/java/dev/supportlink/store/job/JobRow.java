package dev.supportlink.store.job;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** One job's row; there to be locked. */
@Entity
@Table(name = "job")
@NullUnmarked
class JobRow {

    @Id
    String name;
}
