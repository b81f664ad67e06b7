// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An embedded record, and within it an embedded class that cannot be changed. */
public record Address(String street, String city, Optional<Position> position) {
    /** Made by the constructor that takes all its members. */
    public static final class Position {
        private final double latitude;
        private final double longitude;

        public Position(double latitude, double longitude) {
            this.latitude = latitude;
            this.longitude = longitude;
        }

        public double getLatitude() {
            return latitude;
        }

        public double longitude() {
            return longitude;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Position that && latitude == that.latitude && longitude == that.longitude;
        }

        @Override
        public int hashCode() {
            return Objects.hash(latitude, longitude);
        }
    }
}
