package dev.supportlink.access;

/** A user together with what the password is checked against; stays inside of sign-in. */
public record StoredUser(User user, PasswordHash password) {}
