// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import static dev.ligature.testing.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.repository.Transactions;
import dev.ligature.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TourIT {
    @RegisterExtension
    static final TestDatabase server = new TestDatabase(CommandContext::addTo);

    private static String printed;

    @BeforeAll
    static void takeTheTour() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Repositories repositories = Repositories.of(server.database());
        await(new PackageLoader(Slice.FILE, repositories, out)
                .load()
                .then(new ControlLoader(repositories.controls()).load())
                .then(new Tour(
                                Questions.about(new PackageService(repositories), repositories.controls()),
                                Changes.of(repositories, Transactions.of(server.client())),
                                out)
                        .run()));
        printed = bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void asksElevenQuestionsAndMakesSixChangesInOrder() {
        assertThat(printed.lines()
                        .filter(line -> line.matches("[0-9]+\\. .*"))
                        .map(line -> Integer.parseInt(line.substring(0, line.indexOf('.')))))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);
    }

    @Test
    void writesAlongLinksAndLeavesTheDatabaseAsItWas() {
        assertThat(printed)
                .contains("ligature-tour depends on [ligature-tour-data, ligature-tour-doc]")
                .contains("ligature-tour depends on [ligature-tour-data, ligature-tour-doc, ligature-tour-extra]")
                .contains("refused: ")
                .contains("Package.requiredBy")
                .contains(
                        server.isEmbedded()
                                ? "skipped: Transactions are not possible here"
                                : "the new package is not there")
                .contains("4 packages deleted");
        assertThat(await(Repositories.of(server.database()).packages().count())).isEqualTo(160L);
    }

    @Test
    void printsThePlanOfEach() {
        assertThat(printed.lines().filter(line -> line.equals("   Plan:"))).hasSize(11);
        assertThat(printed)
                .contains(
                        "{\"find\": \"packages\", \"filter\": {\"section\": \"python\"}, \"projection\": {\"_id\": 1}");
    }

    @Test
    void printsAnswers() {
        assertThat(printed)
                .contains("git 1:2.39.5-0+deb12u3: 8 packages, which depend on 19")
                .contains("15 packages, the largest first")
                .contains("     8 packages on the page")
                .contains("a page of 5 packages")
                .contains("5 cards")
                .contains("5 of 14")
                .contains("lua5.4-expat")
                .contains("14 packages")
                .contains("12 packages")
                .contains("160 packages with")
                .contains("223 control files")
                .contains("git 1:2.39.5-0+deb12u3 has 9 relations")
                .contains(">> 1:2.39.5      git-man ", "<< 1:2.39.5-.    git-man ");
    }

    @Test
    void printsCommandsAndTimes() {
        assertThat(printed.lines().filter(line -> line.startsWith("   Answer, ")))
                .hasSize(11)
                .allMatch(line -> line.matches("   Answer, [1-9][0-9]* commands? \\(.*\\), [0-9,]+ ms:"))
                .first()
                .asString()
                .startsWith("   Answer, 2 commands (1 aggregate, 1 find), ");
    }
}
