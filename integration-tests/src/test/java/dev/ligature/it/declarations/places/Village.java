// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.places;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Nested documents: one links to those that come later in the file, and they link back. */
final class Village {
    private Village() {}

    @Document
    record Lane(
            @Nullable ObjectId id,
            @Link List<Ref<Village.Plot>> plots,
            @Link Ref<Deep.Deeper.Pond> pond) {}

    @Document
    record Plot(
            @Nullable ObjectId id,
            int size,
            @BackLink(originalField = "plots") BackRef<Lane> lane) {}

    static final class Deep {
        private Deep() {}

        interface Deeper {
            @Document
            record Pond(
                    @Nullable ObjectId id,
                    int fish,
                    @BackLink(originalField = "pond") List<BackRef<Lane>> lanes,
                    @Link List<Ref<Pond>> next) {}
        }
    }
}
