// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import dev.ligature.it.faults.Promises.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How a soak does over time: samples, and whether what must not grow has grown. */
final class Vitals {
    /** Less says nothing of growth. */
    private static final int ENOUGH = 15;

    private final List<Sample> samples = new ArrayList<>();

    /**
     * @param second since the start
     * @param actions per second, since the sample before
     * @param faults per second, since the sample before
     * @param heap megabytes in use after a collection
     * @param threads without those of the proxy
     * @param connections of the client
     */
    record Sample(double second, double actions, double faults, double heap, double threads, double connections) {}

    void add(Sample sample) {
        samples.add(sample);
    }

    List<Sample> samples() {
        return List.copyOf(samples);
    }

    static double heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / (double) (1 << 20);
    }

    static double threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("fault-"))
                .count();
    }

    void judge(Promises promises, int mostConnections) {
        check(promises, Promise.HEAP, Sample::heap, 16);
        check(promises, Promise.THREADS, Sample::threads, 6);
        double most = samples.stream().mapToDouble(Sample::connections).max().orElse(0);
        promises.check(Promise.CONNECTIONS, most <= mostConnections, most + " connections at once");
    }

    /** The median of the last third is not above that of the first, after a warm-up, by more than a tenth and an allowance. */
    private void check(Promises promises, Promise promise, ToDoubleFunction<Sample> value, double allowance) {
        List<Sample> warm = samples.subList(samples.size() / 6, samples.size());
        if (warm.size() < ENOUGH) {
            return;
        }
        int third = warm.size() / 3;
        double first = median(warm.subList(0, third), value);
        double last = median(warm.subList(warm.size() - third, warm.size()), value);
        promises.check(promise, last <= 1.1 * first + allowance, "from " + first + " to " + last);
    }

    private static double median(List<Sample> some, ToDoubleFunction<Sample> value) {
        double[] values = some.stream().mapToDouble(value).sorted().toArray();
        return values[values.length / 2];
    }
}
