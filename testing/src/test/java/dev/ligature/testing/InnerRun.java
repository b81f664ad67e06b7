// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs test classes inside a test. */
final class InnerRun {
    private InnerRun() {}

    /** Runs the given classes one after the other, and returns their events. */
    static EngineExecutionResults of(Class<?>... classes) {
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter")
                .configurationParameter(ServerChoice.SERVER, "embedded")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false");
        for (Class<?> each : classes) {
            kit.selectors(selectClass(each));
        }
        return kit.execute();
    }

    static void assertSucceeds(int tests, Class<?>... classes) {
        EngineExecutionResults results = of(classes);
        results.allEvents().failed().stream()
                .findFirst()
                .flatMap(event -> event.getPayload(TestExecutionResult.class))
                .flatMap(TestExecutionResult::getThrowable)
                .ifPresent(failure -> {
                    throw new AssertionError("a test within failed", failure);
                });
        results.testEvents()
                .assertStatistics(
                        statistics -> statistics.succeeded(tests).failed(0).skipped(0));
    }

    /** The message of the error that made a class fail in the first place. */
    static String failureOf(Class<?> each) {
        return of(each).allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .map(InnerRun::deepest)
                .findFirst()
                .orElseThrow();
    }

    private static String deepest(Throwable failure) {
        return failure.getCause() == null ? String.valueOf(failure.getMessage()) : deepest(failure.getCause());
    }
}
