// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReliabilityReportTest {
    private static final ReliabilityReport REPORT = new ReliabilityReport(BsonDocument.parse("""
            {
              environment: {date: "2026-01-01"}, seconds: 90, subscribers: 64, seed: 1,
              matrix: [
                {kind: "reads", operations: 2, tries: 1000, survived: 600, held: 1000},
                {kind: "updates", operations: 1, tries: 10, survived: 6, held: 9}
              ],
              commands: 5000, faults: {CutAfter: 12}, actions: [{action: "moves", done: 7}],
              calledAgain: 3, transactionsRunAgain: 2, repliesRepeated: 1,
              promises: [{promise: "Nothing dangles.", checked: 20, broken: 1}],
              samples: {
                second: [5, 10], actions: [100, 120.5], faults: [1, 2], heap: [40, 40], threads: [9, 9], connections: [3, 4]
              }
            }
            """));

    @TempDir
    private Path directory;

    @Test
    void committedReportShowsCommittedResults() throws IOException {
        ReliabilityReport committed = ReliabilityReport.of(Path.of("results")).orElseThrow();
        Path documentation = Path.of("..", "docs");
        assertThat(Files.readString(documentation.resolve("reliability.md")))
                .as("edit no figures: -Psuite -Dsuite.args=--render writes the report")
                .isEqualTo(committed.markdown());
        for (Map.Entry<String, String> plot : committed.plots().entrySet()) {
            assertThat(Files.readString(documentation.resolve("reliability").resolve(plot.getKey())))
                    .isEqualTo(plot.getValue());
        }
    }

    @Test
    void whatFallsShortIsCountedInEachRowAndInAll() {
        assertThat(REPORT.markdown())
                .contains("| reads | 2 | 1,000 | 600 | 1,000 | 0 |\n")
                .contains("| updates | 1 | 10 | 6 | 9 | 1 |\n")
                .contains("| **all** | 3 | 1,010 | 606 | 1,009 | 1 |\n")
                .contains("| Nothing dangles. | 20 | 1 |\n");
    }

    @Test
    void saysHowLongItHasRun() {
        assertThat(REPORT.markdown()).contains("**This run lasted 90 seconds**").doesNotContain("{");
    }

    @Test
    void plotsAreWellFormed() throws Exception {
        REPORT.write(directory);
        var svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(directory.resolve("reliability/heap.svg").toFile());
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(1);
    }

    @Test
    void thereIsNoneBeforeTheFirstRun() {
        assertThat(ReliabilityReport.of(directory)).isEmpty();
    }
}
