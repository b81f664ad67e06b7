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
 * Which documents and projections there are, and what was generated from them. The processor writes an index for each compilation;
 * {@link #read} takes them together. Names are binary ones ({@code com.example.Outer$Inner}), and no class is loaded.
 *
 * @param documents in the order of their names
 * @param projections in the order of their names
 */
public record DocumentIndex(List<Document> documents, List<Projection> projections) {
    /** Where each compilation has its index: one line for each type, sorted, its words separated by a blank. */
    public static final String RESOURCE = "META-INF/ligature/documents.index";

    private static final String COMMENT = "#";

    /** An index of given types. */
    public DocumentIndex {
        documents = List.copyOf(documents);
        projections = List.copyOf(projections);
    }

    /** A document and its repository, which has two public constructors where the document is public, else package-private ones. */
    public record Document(String documentClass, String repositoryClass) {}

    /** A projection and its codec. */
    public record Projection(String projectionClass, String codecClass) {}

    /**
     * The indexes of all compilations on a class path, as one.
     *
     * @throws UncheckedIOException when one cannot be read
     * @throws IllegalStateException when one has a line that is not understood
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
