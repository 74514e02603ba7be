package dev.supportlink.store.connection;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;

/** One closed gate. */
@Entity
@Table(name = "instance_gate")
@NullUnmarked
class InstanceGateRow {

    @EmbeddedId
    Key id;

    @Column(name = "closed_at")
    Instant closedAt;

    /** Instance and user. */
    @Embeddable
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        @Column(name = "instance_origin")
        String instanceOrigin;

        @Column(name = "user_name")
        String userName;

        Key() {}

        Key(String instanceOrigin, String userName) {
            this.instanceOrigin = instanceOrigin;
            this.userName = userName;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && instanceOrigin.equals(key.instanceOrigin)
                    && userName.equals(key.userName);
        }

        @Override
        public int hashCode() {
            return Objects.hash(instanceOrigin, userName);
        }
    }
}
