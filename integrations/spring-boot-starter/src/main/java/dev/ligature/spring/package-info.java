/** What applications use by name from Ligature's Spring Boot starter. The rest comes with its auto-configuration. */
@NullMarked
package dev.ligature.spring;

import org.jspecify.annotations.NullMarked;
