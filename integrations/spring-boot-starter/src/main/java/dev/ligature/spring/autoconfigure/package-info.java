/** Auto-configuration of Ligature. Not API, except for the properties. */
@NullMarked
package dev.ligature.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
