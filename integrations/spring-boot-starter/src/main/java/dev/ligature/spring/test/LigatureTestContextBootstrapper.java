// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.test;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/** Reads the properties of {@link LigatureTest}. */
final class LigatureTestContextBootstrapper extends TestSliceTestContextBootstrapper<LigatureTest> {}
