// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The media types of the answers, and which of them a client likes best. */
final class MediaTypes {
    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";
    static final String HTML = "text/html";

    private MediaTypes() {}

    /**
     * Of the types that are offered, the one that the {@code Accept} headers of a request rate highest. If they rate
     * several alike, or if there is no header, it is the first of these. Empty if they accept none.
     */
    static Optional<String> best(List<String> accepted, List<String> offered) {
        List<Range> ranges = accepted.stream()
                .flatMap(header -> Stream.of(header.split(",", -1)))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .map(Range::of)
                .toList();
        if (ranges.isEmpty()) {
            return offered.stream().findFirst();
        }
        return offered.stream()
                .filter(type -> quality(type, ranges) > 0)
                .max(Comparator.comparingDouble(type -> quality(type, ranges))); // the first of equal ones
    }

    /** The quality in the most specific range that covers the type. */
    private static double quality(String type, List<Range> ranges) {
        return ranges.stream()
                .filter(range -> range.covers(type))
                .max(Comparator.comparingInt(Range::specificity))
                .map(Range::quality)
                .orElse(0.0);
    }

    /** A part of an {@code Accept} header: {@code text/*;q=0.5}. */
    private record Range(String type, double quality) {
        static Range of(String text) {
            String[] parts = text.toLowerCase(Locale.ROOT).split(";", -1);
            double quality = Stream.of(parts)
                    .skip(1)
                    .map(String::strip)
                    .filter(parameter -> parameter.startsWith("q="))
                    .findFirst()
                    .map(parameter -> number(parameter.substring(2)))
                    .orElse(1.0);
            return new Range(parts[0].strip(), quality);
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return 0; // what cannot be read is not wanted
            }
        }

        int specificity() {
            return type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
        }

        boolean covers(String other) {
            return type.equals("*/*")
                    || type.equals(other)
                    || (type.endsWith("/*") && other.startsWith(type.substring(0, type.length() - 1)));
        }
    }
}
