// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
    private static final List<String> OFFERED = List.of("application/json", "text/html");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | application/json",
                "text/html | text/html",
                "*/* | application/json",
                "text/* | text/html",
                "TEXT/HTML | text/html",
                "text/html;q=0.5, application/json;q=0.4 | text/html",
                "text/html;q=0.5, */* | application/json",
                "*/*, application/json;q=0 | text/html",
                "text/html;level=1;q=0.3, application/json;q=0.2 | text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
                "text/html;q=x, application/json;q=0.1 | application/json",
            })
    void choosesWhatTheClientLikesBest(String accept, String expected) {
        assertThat(MediaTypes.best(List.of(accept), OFFERED)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"image/png", "application/json;q=0", "text", ";", "application/jsonp"})
    void choosesNothingThatTheClientRefuses(String accept) {
        assertThat(MediaTypes.best(List.of(accept), OFFERED)).isEmpty();
    }

    @Test
    void choosesTheFirstForAClientThatDoesNotSay() {
        assertThat(MediaTypes.best(List.of(), OFFERED)).contains("application/json");
        assertThat(MediaTypes.best(List.of(""), OFFERED)).contains("application/json");
    }

    @Test
    void takesAllHeadersTogether() {
        assertThat(MediaTypes.best(List.of("application/json;q=0.1", "text/html"), OFFERED))
                .contains("text/html");
    }
}
