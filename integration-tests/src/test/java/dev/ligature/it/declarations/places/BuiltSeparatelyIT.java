// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.places;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Links to documents that another compilation, or another processor, has made. */
class BuiltSeparatelyIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private static final String PUMP = """
            package parts;

            import dev.ligature.annotation.*;
            import java.util.*;
            import org.bson.codecs.pojo.annotations.BsonProperty;
            import org.bson.types.ObjectId;

            @Document
            public record Pump(
                    ObjectId id, int power, Kind kind, Map<Kind, Integer> spares, @Convert(Label.ToText.class) Label label) {
                public enum Kind {
                    @BsonProperty("h")
                    HAND,
                    ELECTRIC
                }

                public record Label(String text) {
                    public static final class ToText implements Converter<Label, String> {
                        @Override
                        public String toStored(Label label) {
                            return label.text();
                        }

                        @Override
                        public Label fromStored(String text) {
                            return new Label(text);
                        }
                    }
                }
            }
            """;

    private static final String FARM = """
            package farms;

            import dev.ligature.annotation.*;
            import dev.ligature.link.Ref;
            import org.bson.types.ObjectId;
            import parts.Pump;

            @Document
            record Farm(ObjectId id, String name, @Link Ref<Pump> pump, Pump.Kind wanted) {}
            """;

    private static final String CARD = """
            package farms;

            import dev.ligature.annotation.*;
            import parts.Pump;

            @Projection(Farm.class)
            record FarmCard(String name, Pump.Kind wanted, Pump.Kind pumpKind, Pump.Label pumpLabel) {}
            """;

    private static final String TRIAL = """
            package farms;

            import static farms.QFarm.farm;

            import com.mongodb.reactivestreams.client.MongoDatabase;
            import dev.ligature.link.Ref;
            import dev.ligature.query.WriteRule;
            import java.util.Map;
            import java.util.function.Function;
            import parts.Pump;

            public final class Trial implements Function<MongoDatabase, String> {
                @Override
                public String apply(MongoDatabase database) {
                    FarmRepository farms = new FarmRepository(database);
                    Pump pump =
                            new Pump(null, 7, Pump.Kind.HAND, Map.of(Pump.Kind.HAND, 2), new Pump.Label("new"));
                    farms.insert(new Farm(null, "Oak", Ref.of(pump), Pump.Kind.HAND), WriteRule.WRITE).block();
                    Farm read = farms.find(farm.wanted.eq(Pump.Kind.HAND)
                                    .and(farm.pump().kind.eq(Pump.Kind.HAND))
                                    .and(farm.pump().spares.key(Pump.Kind.HAND).eq(2))
                                    .and(farm.pump().label.eq(new Pump.Label("new"))))
                            .fetch(farm.pump())
                            .one()
                            .block();
                    return read.pump().get().power() + " " + farms.find().as(FarmCard.class).one().block();
                }
            }
            """;

    private static final String RESULT = "7 FarmCard[name=Oak, wanted=HAND, pumpKind=HAND, pumpLabel=Label[text=new]]";

    @TempDir
    Path directory;

    @Test
    void linksToADocumentInAJar() throws Exception {
        Compilation compilation = new Compilation(directory);
        Path jar = compilation.jar(compilation.compile("parts", Map.of("parts.Pump", PUMP), null));
        Path farms = compilation.compile(
                "farms", Map.of("farms.Farm", FARM, "farms.FarmCard", CARD, "farms.Trial", TRIAL), null);

        assertThat(result(farms, jar)).isEqualTo(RESULT);
    }

    @Test
    void linksToADocumentThatAnotherProcessorGenerates() throws Exception {
        Path all = new Compilation(directory)
                .compile(
                        "all",
                        Map.of("farms.Farm", FARM, "farms.FarmCard", CARD, "farms.Trial", TRIAL),
                        new Generator("parts.Pump", PUMP));

        assertThat(result(all)).isEqualTo(RESULT);
    }

    @SuppressWarnings("unchecked") // what the source says
    private static String result(Path... parts) throws IOException, ReflectiveOperationException {
        try (URLClassLoader loader = Compilation.load(parts)) {
            Function<MongoDatabase, String> trial = (Function<MongoDatabase, String>)
                    loader.loadClass("farms.Trial").getConstructor().newInstance();
            return trial.apply(DATABASE.database());
        }
    }

    /** Generates one type in its first round. */
    private static final class Generator extends AbstractProcessor {
        private final String type;
        private final String source;
        private boolean hasGenerated;

        Generator(String type, String source) {
            this.type = type;
            this.source = source;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!hasGenerated) {
                hasGenerated = true;
                try (Writer writer =
                        processingEnv.getFiler().createSourceFile(type).openWriter()) {
                    writer.write(source);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
