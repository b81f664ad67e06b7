// SPDX-License-Identifier: Apache-2.0
package dev.ligature.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A {@code pom.xml} as it is written, without what it inherits. */
record Pom(Path folder, Document document) {
    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    /** The root of the project. Tests run in the folder of their module. */
    static final Pom ROOT = in(Path.of("..").toAbsolutePath().normalize());

    static Pom in(Path folder) {
        return read(folder.resolve("pom.xml"));
    }

    static Pom read(Path file) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            return new Pom(file.getParent(), factory.newDocumentBuilder().parse(file.toFile()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ParserConfigurationException | SAXException failure) {
            throw new IllegalStateException(file + " is no XML", failure);
        }
    }

    /** The modules of the project that a release publishes, the parent included. */
    static List<Pom> published() {
        return ROOT.withModules()
                .filter(pom -> !pom.isTrue("maven.deploy.skip"))
                .toList();
    }

    /** The published modules whose classes other code may call. */
    static List<Pom> withApi() {
        return published().stream()
                .filter(pom -> Files.isDirectory(pom.folder.resolve("src/main/java")))
                .filter(pom -> !pom.isTrue("japicmp.skip"))
                .filter(pom -> !pom.equals(ROOT))
                .toList();
    }

    private Stream<Pom> withModules() {
        return Stream.concat(
                Stream.of(this),
                texts("/project/modules/module").stream()
                        .map(module -> in(folder.resolve(module)))
                        .flatMap(Pom::withModules));
    }

    private boolean isTrue(String property) {
        return property(property).equals("true");
    }

    String artifactId() {
        return text("/project/artifactId");
    }

    /** A property that is set here, or an empty string. */
    String property(String name) {
        return text("/project/properties/*[name() = '" + name + "']");
    }

    String text(String path) {
        List<String> texts = texts(path);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    List<String> texts(String path) {
        try {
            NodeList nodes = (NodeList) XPATH.evaluate(path, document, XPathConstants.NODESET);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                texts.add(nodes.item(i).getTextContent().strip());
            }
            return texts;
        } catch (XPathExpressionException failure) {
            throw new IllegalArgumentException(path, failure);
        }
    }

    @Override
    public String toString() {
        return artifactId();
    }
}
