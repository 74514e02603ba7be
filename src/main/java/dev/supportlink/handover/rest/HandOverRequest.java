package dev.supportlink.handover.rest;

import dev.supportlink.connection.AdminRole;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** For whom a link is to be made, and for how long. */
public record HandOverRequest(AdminRole adminRole, @Nullable Duration expiresIn) {}
