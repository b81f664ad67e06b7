// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import static dev.ligature.testing.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import dev.ligature.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

class PackageLoaderIT {
    @RegisterExtension
    static final TestDatabase server = new TestDatabase();

    private static final Slice SLICE = Slice.read();

    private Repositories repositories;

    @BeforeEach
    void startEmpty() {
        server.clear();
        repositories = Repositories.of(server.database());
    }

    @Test
    void loadsPackagesSourcesAndSections() {
        load();

        assertThat(await(repositories.packages().count())).isEqualTo(SLICE.size());
        assertThat(await(repositories.sources().find().ids().collectList()))
                .containsExactlyInAnyOrderElementsOf(
                        SLICE.all().map(Slice.Line::source).distinct().toList());
        assertThat(await(repositories.sections().find().ids().collectList()))
                .containsExactlyInAnyOrderElementsOf(
                        SLICE.all().map(Slice.Line::section).distinct().toList());
    }

    @Test
    void storesNamesAsIdsAndLinks() {
        load();

        Slice.Line git = SLICE.get("git");
        assertThat(await(server.database()
                        .getCollection("packages", BsonDocument.class)
                        .find(Filters.eq("_id", "git"))))
                .isEqualTo(new BsonDocument("_id", new BsonString("git"))
                        .append("version", new BsonString(git.text("version")))
                        .append("priority", new BsonString("OPTIONAL"))
                        .append("installedSizeKiB", new BsonInt64(git.size()))
                        .append(
                                "archiveBytes",
                                new BsonInt64(
                                        git.json().getNumber("archiveBytes").longValue()))
                        .append("section", new BsonString(git.section()))
                        .append("source", new BsonString(git.source()))
                        .append("depends", git.json().getArray("depends"))
                        .append("recommends", git.json().getArray("recommends", new BsonArray())));
    }

    @Test
    void createsTheDeclaredIndexAndThoseBehindBackLinks() {
        load();

        assertThat(await(Flux.from(server.database()
                                .getCollection("packages", BsonDocument.class)
                                .listIndexes(BsonDocument.class))
                        .map(index -> index.getDocument("key").toJson())
                        .collectList()))
                .contains(
                        "{\"section\": 1, \"installedSizeKiB\": -1, \"_id\": 1}",
                        "{\"depends\": 1, \"_id\": 1}",
                        "{\"source\": 1}");
    }

    @Test
    void saysHowFarItIsAndHowFast() {
        assertThat(load()).containsPattern("160 of 160 packages \\(100 %\\), [0-9,]+ per second");
    }

    @Test
    void saysThatItIsWaitedForUntilEverythingIsThere() {
        PackageLoader loader = new PackageLoader(Slice.FILE, repositories, System.out);
        assertThat(loader.waitingFor())
                .hasValueSatisfying(text -> assertThat(text).contains("being loaded"));

        await(loader.load());

        assertThat(loader.waitingFor()).isEmpty();
    }

    @Test
    void leavesWhatIsThere() {
        load();
        server.recorder().clear();

        assertThat(load()).contains("160 packages are there already");
        assertThat(server.recorder().names()).doesNotContain("insert", "delete");
    }

    @Test
    void startsOverAfterAnInterruptedLoad() {
        load();
        await(repositories.packages().collection().deleteMany(Filters.gt("_id", "git"))); // past the rules

        assertThat(load()).contains("of 160 packages are left over from another load");
        assertThat(await(repositories.packages().count())).isEqualTo(SLICE.size());
    }

    @Test
    void insertsInBatches() {
        load();

        assertThat(server.recorder().commands("insert"))
                .extracting(command -> command.collection())
                .containsExactlyElementsOf(List.of("sections", "sources", "packages"));
    }

    private String load() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        await(new PackageLoader(Slice.FILE, repositories, out).load());
        return printed.toString(StandardCharsets.UTF_8);
    }
}
