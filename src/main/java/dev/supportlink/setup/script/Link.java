package dev.supportlink.setup.script;

/** A ready-made way to the page where something is done. */
public record Link(String title, String url) {}
