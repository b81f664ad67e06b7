package dev.ligature.spi;

import java.util.List;

/**
 * An index that a document declares.
 *
 * @param keys the members, by their Java names, {@code -} in front of descending ones
 * @param expireAfterSeconds negative for an index that lets nothing expire
 */
public record IndexType(List<String> keys, boolean unique, boolean sparse, long expireAfterSeconds) {
    public IndexType {
        keys = List.copyOf(keys);
    }
}
