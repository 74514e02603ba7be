/** Names, schedules and the launcher of jobs; the only package that sees the job operator. */
@NullMarked
package dev.supportlink.job;

import org.jspecify.annotations.NullMarked;
