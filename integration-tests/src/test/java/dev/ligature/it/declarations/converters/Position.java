// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.converters;

import dev.ligature.annotation.Converter;
import java.util.List;

/** A pair of numbers. */
record Position(double longitude, double latitude) {
    /** To a list. */
    static final class ToList implements Converter<Position, List<Double>> {
        @Override
        public List<Double> toStored(Position position) {
            return List.of(position.longitude, position.latitude);
        }

        @Override
        public Position fromStored(List<Double> numbers) {
            return new Position(numbers.get(0), numbers.get(1));
        }
    }

    /** To an array of primitives. */
    static final class ToArray implements Converter<Position, double[]> {
        @Override
        public double[] toStored(Position position) {
            return new double[] {position.longitude, position.latitude};
        }

        @Override
        public Position fromStored(double[] numbers) {
            return new Position(numbers[0], numbers[1]);
        }
    }
}
