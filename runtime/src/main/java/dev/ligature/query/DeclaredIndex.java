package dev.ligature.query;

/**
 * An index that documents declare or that their links need.
 *
 * @param collection the collection of the index
 * @param keys the stored fields with their directions, as JSON: {@code {"door": 1, "_id": 1}}
 * @param unique whether it holds each value once
 */
public record DeclaredIndex(String collection, String keys, boolean unique) {
    @Override
    public String toString() {
        return "\"" + collection + "\" " + keys + (unique ? " (unique)" : "");
    }
}
