package dev.supportlink.setup.script;

/**
 * A script that an administrator copies and runs.
 *
 * @param name stable, lower case with hyphens
 * @param title what it does, for a person
 * @param language {@code bash}, {@code powershell} or {@code javascript}
 */
public record Script(String name, String title, String language, String text) {}
