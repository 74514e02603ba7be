package dev.supportlink.platform.problem;

/** What is wrong with one field of the input, and what would be right. */
public record FieldError(String field, String message) {}
