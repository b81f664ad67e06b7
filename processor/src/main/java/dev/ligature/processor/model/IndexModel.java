// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import java.util.List;

/**
 * An index that a document declares.
 *
 * @param keys the members' Java names, with {@code -} before descending ones
 */
public record IndexModel(List<String> keys, boolean isUnique, boolean isSparse, long expireAfterSeconds) {
    public IndexModel {
        keys = List.copyOf(keys);
    }
}
