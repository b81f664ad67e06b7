// SPDX-License-Identifier: Apache-2.0
package dev.ligature.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the version of a document, a {@code long}, for optimistic locking. An insert sets it to 1, and every change
 * raises it by one. Saving or replacing a document checks that the stored version is the one that was read. If somebody
 * else has changed the document, it fails with a {@code VersionConflictException}.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Version {}
