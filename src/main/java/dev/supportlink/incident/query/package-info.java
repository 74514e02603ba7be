/** The language of {@code sysparm_query}: what a query is and how it is read. Depends on the incident's fields only. */
@NullMarked
package dev.supportlink.incident.query;

import org.jspecify.annotations.NullMarked;
