// SPDX-License-Identifier: Apache-2.0
package dev.ligature.integration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The documents and projections of an application, and what was generated from them. The processor writes an index for
 * each compilation, and {@link #read} combines them. All names are binary names ({@code com.example.Outer$Inner}), so
 * no class has to be loaded.
 *
 * @param documents in the order of their names
 * @param projections in the order of their names
 */
public record DocumentIndex(List<Document> documents, List<Projection> projections) {
    /**
     * The path of the index in the output of a compilation. It has one line for each type, sorted, with words separated
     * by a space.
     */
    public static final String RESOURCE = "META-INF/ligature/documents.index";

    private static final String COMMENT = "#";

    /** Creates an index of the given types. */
    public DocumentIndex {
        documents = List.copyOf(documents);
        projections = List.copyOf(projections);
    }

    /**
     * A document and its repository. The repository has two constructors, which are public if the document is, and
     * package-private if not.
     */
    public record Document(String documentClass, String repositoryClass) {}

    /** A projection and its codec. */
    public record Projection(String projectionClass, String codecClass) {}

    /**
     * Returns the indexes of all compilations that the given loader finds, as one index.
     *
     * @throws UncheckedIOException if an index cannot be read
     * @throws IllegalStateException if an index has a line that is neither a document nor a projection
     */
    public static DocumentIndex read(ClassLoader loader) {
        Map<String, Document> documents = new TreeMap<>();
        Map<String, Projection> projections = new TreeMap<>();
        try {
            for (URL url : Collections.list(loader.getResources(RESOURCE))) {
                for (String line : lines(url)) {
                    String[] words = line.split(" ", -1);
                    switch (words.length == 3 ? words[0] : "") {
                        case "document" -> documents.put(words[1], new Document(words[1], words[2]));
                        case "projection" -> projections.put(words[1], new Projection(words[1], words[2]));
                        default ->
                            throw new IllegalStateException(url + " has the line \"" + line
                                    + "\", which is neither a document nor a projection."
                                    + " Build it with a processor that is not newer than the runtime.");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An index of documents, " + RESOURCE + ", cannot be read", e);
        }
        return new DocumentIndex(List.copyOf(documents.values()), List.copyOf(projections.values()));
    }

    private static List<String> lines(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false); // a jar that is built again while we run is read again
        try (InputStream stream = connection.getInputStream();
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith(COMMENT))
                    .toList();
        }
    }
}
