package dev.supportlink.store.setup;

import dev.supportlink.setup.StepRepository;
import jakarta.persistence.EntityManager;

/** The adapter of steps, for tests of what works with it in one transaction. */
public final class StepStore {

    private StepStore() {}

    public static StepRepository of(EntityManager entities) {
        StoredSteps store = new StoredSteps();
        store.entities = entities;
        return store;
    }
}
