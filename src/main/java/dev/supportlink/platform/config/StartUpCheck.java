package dev.supportlink.platform.config;

import java.util.List;

/**
 * Something that must be right before the server may work; every implementation is a CDI bean and is found by itself. All
 * checks of a stage run, then all their problems are told at once and the server ends.
 */
public interface StartUpCheck {

    /** When a check runs. */
    enum Stage {
        /** Before anything has touched the database. */
        SETTINGS,
        /** After the schema is up to date, before any work is done. */
        DATABASE
    }

    default Stage stage() {
        return Stage.DATABASE;
    }

    /** One sentence per problem, saying what is wrong and what to do, without any secret; empty when all is right. */
    List<String> problems();
}
