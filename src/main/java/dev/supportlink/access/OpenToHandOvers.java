package dev.supportlink.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of the admin API that the holder of a hand-over may call, for the hand-over's own connection. What is not
 * marked is refused, so that a new resource is closed until somebody decides otherwise.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenToHandOvers {}
