// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.elsewhere;

/** Stands for the generated class: the processor does not run on its own tests. */
public final class QSilo {
    private QSilo() {}
}
