// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.generics;

import org.jspecify.annotations.Nullable;

/** What all documents have: an id, whose type each of them decides. */
abstract class Base<I> {
    @Nullable
    I id;
}
