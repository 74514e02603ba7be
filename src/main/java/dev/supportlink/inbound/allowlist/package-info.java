/**
 * From which addresses callers are let in, and how that list stands to what Microsoft's connector resolves to. Depends on
 * {@code audit} and {@code platform} only; {@code inbound}'s ways in, its jobs and its store depend on it, and
 * {@code setup} shows the guide's addresses. Decision: the list is read every other second into memory, so that no
 * request waits for the database to hear whether it may come in (ADR 0013).
 */
@NullMarked
package dev.supportlink.inbound.allowlist;

import org.jspecify.annotations.NullMarked;
