// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.suite;

/**
 * What all sections of a run share.
 *
 * @param server the connection string
 * @param embedded whether the server runs in this JVM
 * @param quick whether less is measured, to see that everything works
 */
record Conditions(String server, boolean embedded, boolean quick) {}
