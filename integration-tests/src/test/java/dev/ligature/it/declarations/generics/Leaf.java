// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.generics;

import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A superclass with a link, whose target each subclass decides. */
abstract class Leaf<T> extends Base<ObjectId> {
    @Link
    @Nullable
    Ref<T> tree;
}
