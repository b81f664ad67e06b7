/** The sample application: a tour of the package graph of Debian 12, and the same graph over HTTP. */
@NullMarked
package dev.ligature.sample;

import org.jspecify.annotations.NullMarked;
