/** Connections that break: a proxy between the driver and the server, and the tests that hold what is promised then. */
@NullMarked
package dev.ligature.it.faults;

import org.jspecify.annotations.NullMarked;
