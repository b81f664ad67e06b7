// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.link.BackRef;
import java.util.List;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** The other end of the links of {@link BeanieHouse}. */
@Document(collection = "Door")
public record BeanieDoor(
        @Nullable ObjectId id,
        int height,
        int width,
        @BackLink(originalField = "backDoors") List<BackRef<BeanieHouse>> houses) {}
