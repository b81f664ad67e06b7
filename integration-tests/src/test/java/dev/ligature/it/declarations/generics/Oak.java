// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.generics;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.link.BackRef;
import java.util.List;
import org.bson.types.ObjectId;

/** Its id is an ObjectId. */
@Document
class Oak extends Base<ObjectId> {
    String place = "";

    @BackLink(originalField = "tree")
    List<BackRef<OakLeaf>> leaves = List.of();
}
