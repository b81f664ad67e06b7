/** What applications name of Ligature's Spring Boot starter; the rest comes by auto-configuration. */
@NullMarked
package dev.ligature.spring;

import org.jspecify.annotations.NullMarked;
