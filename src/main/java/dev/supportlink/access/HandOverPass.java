package dev.supportlink.access;

import dev.supportlink.connection.AdminRole;

/** What the holder of a hand-over may act for: one admin role of one connection, and nothing else. */
public record HandOverPass(String handOverId, String connectionId, AdminRole role) {}
