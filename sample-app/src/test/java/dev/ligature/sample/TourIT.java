package dev.ligature.sample;

import static dev.ligature.sample.testing.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.sample.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TourIT {
    @RegisterExtension
    static final TestDatabase server = new TestDatabase();

    private static String printed;

    @BeforeAll
    static void takeTheTour() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Repositories repositories = Repositories.of(server.database());
        await(new PackageLoader(Slice.FILE, repositories, out)
                .load()
                .then(new Tour(Questions.about(new PackageService(repositories)), new CommandCounter(), out).run()));
        printed = bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void asksSevenQuestionsInOrder() {
        assertThat(printed.lines().filter(line -> line.matches("[0-9]+\\. .*")))
                .hasSize(7)
                .allMatch(line -> line.contains("?") || line.contains("on demand"))
                .isSortedAccordingTo((one, other) -> Character.compare(one.charAt(0), other.charAt(0)));
    }

    @Test
    void printsThePlanOfEach() {
        assertThat(printed.lines().filter(line -> line.equals("   Plan:"))).hasSize(7);
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
                .contains("5 of 14")
                .contains("lua5.4-expat")
                .contains("14 packages")
                .contains("12 packages")
                .contains("160 packages with");
    }

    @Test
    void printsCommandsAndTimes() {
        assertThat(printed.lines().filter(line -> line.matches("   Answer, 0 commands, [0-9,]+ ms:")))
                .hasSize(7);
    }
}
