package dev.supportlink.incident.rest;

import dev.supportlink.platform.text.Word;

/** What {@code sysparm_display_value} asks for: stored values, shown values, or both. */
enum DisplayValue implements Word {
    FALSE,
    TRUE,
    ALL
}
