// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.annotation.Converter;
import dev.ligature.internal.bson.StoredValue;
import dev.ligature.spi.bson.ValueCodec;
import java.util.Locale;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

class ConvertedCodecTest {
    private final ValueCodec<Locale> codec = ValueCodecs.converted(ValueCodecs.STRING, new TagConverter());

    private static final class TagConverter implements Converter<Locale, String> {
        @Override
        @SuppressWarnings("NullAway") // as a careless converter does
        public String toStored(Locale value) {
            return value.equals(Locale.ROOT) ? null : value.toLanguageTag();
        }

        @Override
        @SuppressWarnings("NullAway") // as a careless converter does
        public Locale fromStored(String stored) {
            if (stored.equals("none")) {
                throw new IllegalArgumentException("no such language");
            }
            return stored.isEmpty() ? null : Locale.forLanguageTag(stored);
        }
    }

    @Test
    void storesWhatTheConverterMakes() {
        assertThat(StoredValue.of(codec, Locale.UK)).isEqualTo(new BsonString("en-GB"));
        assertThat(StoredValue.read(codec, new BsonString("en-GB"))).isEqualTo(Locale.UK);
    }

    @Test
    void failsAsTheConverterDoes() {
        assertThatThrownBy(() -> StoredValue.read(codec, new BsonString("none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such language");
    }

    @Test
    void refusesOtherStoredTypes() {
        assertThatThrownBy(() -> StoredValue.read(codec, new BsonInt32(1)))
                .hasMessage("expected a string, found INT32");
    }

    @Test
    void refusesANullOfTheConverter() {
        assertThatThrownBy(() -> StoredValue.read(codec, new BsonString("")))
                .hasMessage("TagConverter.fromStored returned null for ");
        assertThatThrownBy(() -> StoredValue.of(codec, Locale.ROOT)).hasMessage("TagConverter.toStored returned null");
    }
}
