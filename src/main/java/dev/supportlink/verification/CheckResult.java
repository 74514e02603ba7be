package dev.supportlink.verification;

import java.time.Duration;

/** A check's line in a report. */
public record CheckResult(CheckDefinition check, Outcome outcome, Duration took) {}
