package dev.supportlink.setup.rest;

import dev.supportlink.setup.StepReading;

/** Of a step that belongs to somebody else, as much as one must know who waits for it. */
public record StepOutline(String id, String title, String adminRole, String state) {

    static StepOutline of(StepReading reading) {
        return new StepOutline(
                reading.step().word(),
                reading.step().title(),
                reading.step().adminRole().word(),
                reading.state().word());
    }
}
