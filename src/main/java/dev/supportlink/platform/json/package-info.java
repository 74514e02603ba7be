/**
 * Strict JSON: request bodies become records with every wrong field named, answers keep their declared order. Everything
 * at the edge may depend on it.
 */
@NullMarked
package dev.supportlink.platform.json;

import org.jspecify.annotations.NullMarked;
