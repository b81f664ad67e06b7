// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.generics;

import org.jspecify.annotations.Nullable;

/** The same with accessors, in between. */
abstract class Keyed<I, K> extends Base<I> {
    private @Nullable K key;

    @Nullable
    K getKey() {
        return key;
    }

    void setKey(@Nullable K key) {
        this.key = key;
    }
}
