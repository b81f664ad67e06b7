// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import java.util.List;

/**
 * How the id of a document is stored.
 *
 * @param embedded the types that the id embeds at any depth
 */
public record StoredId(ValueModel value, List<EmbeddedModel> embedded) {
    public StoredId {
        embedded = List.copyOf(embedded);
    }
}
