package dev.supportlink.connection;

import java.util.List;

/** Something that a removed connection would leave behind or lose; implemented by the features that know. */
public interface Remainder {

    /** One sentence for each thing that is still open; empty when nothing is. */
    List<String> of(Connection connection);
}
