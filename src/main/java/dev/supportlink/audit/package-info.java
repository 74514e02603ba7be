/** The audit trail: who did what when. Every feature may write to it; it depends on {@code platform} only. */
@NullMarked
package dev.supportlink.audit;

import org.jspecify.annotations.NullMarked;
