package dev.supportlink.access.rest;

import java.util.List;

/** All roles that a user is to have. */
public record RolesRequest(List<RoleEntry> roles) {}
