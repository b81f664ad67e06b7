// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.generics;

import dev.ligature.annotation.Document;

/** Links to an oak. */
@Document
class OakLeaf extends Leaf<Oak> {
    int size;
}
