package dev.ligature.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the version of a document, a {@code long}, for optimistic locking: an insert sets it to 1, a replacement checks that the
 * stored one is the one that was read, and every change raises it by one. A replacement of a document that somebody else has
 * changed is a {@code VersionConflictException}.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Version {}
