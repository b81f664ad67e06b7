// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ligature.benchmarks.process.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Results RESULTS = new Results(List.of(new SectionResult(
            "fetch",
            "repeat it so",
            Map.of("processor", "a fast one"),
            Map.of("slow one", "does it by hand"),
            List.of(
                    measured("100 houses, door", "Ligature LOOKUP", 1_200_000, 40_000),
                    measured("100 houses, door", "Ligature BATCH", 3_000_000, 100_000),
                    measured("100 houses, door", "hand-written", 1_000_000, 30_000),
                    measured("100 houses, door", "slow one", 25_000_000, 0),
                    measured("1,000 houses, door and 10 windows", "Ligature LOOKUP", 115_000_000, 0),
                    measured("1,000 houses, door and 10 windows", "Ligature BATCH", 130_000_000, 0),
                    measured("1,000 houses, door and 10 windows", "hand-written", 100_000_000, 16_000_000),
                    Measurement.cannot(
                            "", "1,000 houses, door and 10 windows", "slow one", Unit.NANOSECONDS, "has no joins")))));

    @TempDir
    private Path directory;

    @Test
    void committedReportShowsCommittedResults() throws IOException {
        Results committed = new ResultFiles(Path.of("results")).read();
        assertThat(Files.readString(Path.of("..", "docs", "performance.md")))
                .as("edit no figures: -Psuite -Dsuite.args=--render writes the report")
                .isEqualTo(new Report(committed).markdown());
    }

    @Test
    void figuresHaveErrorAndRatioToTheBaseline() {
        assertThat(report())
                .contains("| Ligature LOOKUP | 1.20 ± 0.040 ms · **1.20 ×** | 115 ms · **1.15 ×** |\n")
                .contains("| hand-written | 1.00 ± 0.030 ms · **1.00 ×** | 100 ± 16 ms · **1.00 ×** |\n");
    }

    @Test
    void whatCannotBeDoneIsAGapWithAReason() {
        assertThat(report())
                .contains("| slow one | 25.0 ms · **25.0 ×** | – |\n")
                .contains("- slow one: has no joins (1,000 houses, door and 10 windows)\n");
    }

    @Test
    void cpuTimeIsATableOfItsOwn() {
        Results results = new Results(List.of(new SectionResult(
                "fetch",
                "",
                Map.of(),
                Map.of("Ligature LOOKUP", "joins"),
                List.of(
                        measured("100 houses, door", "Ligature LOOKUP", 1_200_000, 0),
                        cpu("Ligature LOOKUP", 900_000),
                        cpu("hand-written", 600_000)))));
        Report report = new Report(results, Remarks.parse("", Set.of()));

        assertThat(report.markdown())
                .containsSubsequence(
                        "## Fetching links\n",
                        "| Ligature LOOKUP | 1.20 ms |",
                        "- *Ligature LOOKUP*: joins\n",
                        "## Fetching links: CPU time\n",
                        "| Ligature LOOKUP | 900 µs · **1.50 ×** |",
                        "![Fetching links: CPU time](performance/fetch-cpu.svg)")
                .containsOnlyOnce("*: joins");
        assertThat(report.plots()).containsKey("fetch-cpu.svg");
    }

    private static Measurement cpu(String contender, double value) {
        return Measurement.of("cpu", "100 houses, door", contender, Unit.NANOSECONDS, value, 0, Map.of());
    }

    @Test
    void workloadsOfOtherContendersHaveAMatrixOfTheirOwn() {
        Results results = new Results(List.of(new SectionResult(
                "commands",
                "",
                Map.of(),
                Map.of(),
                List.of(
                        Measurement.of("", "read", "reader", Unit.COMMANDS, 1, 0, Map.of()),
                        Measurement.of("", "write", "writer", Unit.COMMANDS, 2, 0, Map.of())))));
        assertThat(new TableWriter(Tables.COMMANDS, results).write())
                .isEqualTo("|  | read |\n|---|--:|\n| reader | 1 |\n\n|  | write |\n|---|--:|\n| writer | 2 |\n");
    }

    @Test
    void contendersAreDescribed() {
        assertThat(report()).contains("\n- *slow one*: does it by hand\n");
    }

    @Test
    void lossesAreThoseBeyondBothErrors() {
        assertThat(report())
                .contains("| Fetching links | 100 houses, door | hand-written, 1.00 ± 0.030 ms |"
                        + " Ligature LOOKUP, 1.20 ± 0.040 ms | 1.20 × |\n")
                .doesNotContain("| Fetching links | 1,000 houses");
    }

    @Test
    void targetsAreComputedFromTheResults() {
        assertThat(report())
                .contains("| ≤ 1.15 × the hand-written aggregation | Ligature LOOKUP: 1.15 × | yes |\n")
                .contains("| BATCH faster than LOOKUP | not measured | ? |\n");
    }

    @Test
    void missedTargetsComeFirstAndAreCounted() {
        Target target = new Target(
                "work",
                "≤ 2",
                results -> List.of(Target.Outcome.atMost("good", 1, 2), Target.Outcome.atMost("bad", 3, 2)));
        assertThat(target.row(RESULTS))
                .containsExactly("work", "≤ 2", "bad: 3.00 ×<br>good: 1.00 ×", "**no**: 1 of 2 missed");
    }

    @Test
    void remarksFollowTheirTable() {
        Remarks remarks = Remarks.parse("Preface.\n\n## fetch\n\nBecause of this.\n", Set.of("fetch"));
        assertThat(new Report(RESULTS, remarks).markdown())
                .contains("- *slow one*: does it by hand\n\nBecause of this.\n")
                .contains("**Fetching links.** Because of this.\n");
    }

    @Test
    void remarksOnNoTableAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Remarks.parse("## fecth\n\nText.\n", Set.of("fetch")))
                .withMessageContaining("\"fecth\"");
    }

    @Test
    void resultsSurviveTheirFiles() {
        ResultFiles files = new ResultFiles(directory);
        RESULTS.sections().forEach(files::write);
        assertThat(files.read()).isEqualTo(RESULTS);
    }

    @Test
    void mediansKeepWhatTheyAreTheMediansOf() {
        Samples runs = new Samples();
        List.of(500L, 420L, 410L).forEach(runs::add);
        SectionResult section = new SectionResult(
                "codecs",
                "",
                Map.of(),
                Map.of(),
                List.of(Measurement.median("decode", "10 fields", "Ligature", runs, Map.of())));
        ResultFiles files = new ResultFiles(directory);
        files.write(section);

        assertThat(files.read().sections()).containsExactly(section);
        Measurement read = files.read().sections().get(0).measurements().get(0);
        assertThat(read.figure()).isEqualTo("420 ± 10 ns");
        assertThat(read.runs()).containsExactly(500.0, 420.0, 410.0);
    }

    @Test
    void plotsAreWellFormedAndLogarithmicWhereRatiosExceedTen() throws Exception {
        new Report(RESULTS).write(directory);
        Path plot = directory.resolve("performance/fetch.svg");
        var svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(plot.toFile());
        assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(7);
        assertThat(Files.readString(plot)).contains("× hand-written (logarithmic)");
    }

    @Test
    void axesAreLinearWhereRatiosAreSmall() {
        assertThat(Axis.of(List.of(1.0, 3.2)))
                .isEqualTo(new Axis(false, 0, 3.5, List.of(0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5)));
    }

    private static String report() {
        return new Report(RESULTS, Remarks.parse("", Set.of())).markdown();
    }

    private static Measurement measured(String workload, String contender, double value, double error) {
        return Measurement.of("", workload, contender, Unit.NANOSECONDS, value, error, Map.of());
    }
}
