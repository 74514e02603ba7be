package dev.supportlink.verification;

/** Why a verification runs; only one started by a person may write a test incident, and only in test. */
public enum Trigger {
    PERSON,
    SCHEDULE
}
