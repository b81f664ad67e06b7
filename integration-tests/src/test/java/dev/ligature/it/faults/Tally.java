// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import java.util.EnumMap;
import java.util.Map;

/** How many breaks of each kind of operation have held. */
final class Tally {
    private final Map<Operation.Kind, Row> rows = new EnumMap<>(Operation.Kind.class);

    /**
     * @param tries breaks that a command has met
     * @param survived of which the caller has noticed nothing
     * @param held those and the ones that kept what is promised of them
     */
    record Row(int operations, int tries, int survived, int held) {
        int shortfalls() {
            return tries - held;
        }

        private Row with(Verdict verdict) {
            boolean counts = verdict.reached() || !verdict.held();
            return new Row(
                    operations,
                    tries + (counts ? 1 : 0),
                    survived + (counts && verdict.survived() && verdict.held() ? 1 : 0),
                    held + (counts && verdict.held() ? 1 : 0));
        }
    }

    synchronized void count(Operation operation) {
        Row row = row(operation.kind());
        rows.put(operation.kind(), new Row(row.operations + 1, row.tries, row.survived, row.held));
    }

    synchronized void add(Verdict verdict) {
        rows.put(verdict.operation().kind(), row(verdict.operation().kind()).with(verdict));
    }

    private Row row(Operation.Kind kind) {
        return rows.getOrDefault(kind, new Row(0, 0, 0, 0));
    }

    synchronized Map<Operation.Kind, Row> rows() {
        return new EnumMap<>(rows);
    }

    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder("Fault matrix: operations, tries, survived, held, short\n");
        rows.forEach((kind, row) -> text.append(String.format(
                "  %-36s %4d %6d %6d %6d %5d%n",
                kind.title(), row.operations, row.tries, row.survived, row.held, row.shortfalls())));
        return text.toString();
    }
}
