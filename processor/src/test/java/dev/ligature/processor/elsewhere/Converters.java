// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.elsewhere;

import dev.ligature.annotation.Converter;
import java.util.List;

/** Converters that every package sees. */
public final class Converters {
    private Converters() {}

    /** To the same type. */
    public static final class Reversed implements Converter<String, String> {
        @Override
        public String toStored(String text) {
            return new StringBuilder(text).reverse().toString();
        }

        @Override
        public String fromStored(String text) {
            return toStored(text);
        }
    }

    /** To a list. */
    public static final class Letters implements Converter<String, List<String>> {
        @Override
        public List<String> toStored(String text) {
            return text.codePoints().mapToObj(Character::toString).toList();
        }

        @Override
        public String fromStored(List<String> letters) {
            return String.join("", letters);
        }
    }

    /** To an embedded value. */
    public static final class Placed implements Converter<String, Place> {
        @Override
        public Place toStored(String text) {
            return new Place(text);
        }

        @Override
        public String fromStored(Place place) {
            return place.city();
        }
    }

    /** To an array of primitives. */
    public static final class Halves implements Converter<Integer, short[]> {
        @Override
        public short[] toStored(Integer number) {
            return new short[] {(short) (number >> Short.SIZE), number.shortValue()};
        }

        @Override
        public Integer fromStored(short[] halves) {
            return (halves[0] << Short.SIZE) | (halves[1] & 0xFFFF);
        }
    }

    /** To a text. */
    public static final class Digits implements Converter<Integer, String> {
        @Override
        public String toStored(Integer number) {
            return number.toString();
        }

        @Override
        public Integer fromStored(String digits) {
            return Integer.valueOf(digits);
        }
    }
}
