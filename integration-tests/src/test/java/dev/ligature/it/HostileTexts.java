// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.InvalidValueException;
import dev.ligature.it.model.Parcel;
import dev.ligature.testing.CommandRecorder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Texts that mean something to somebody else on the way. */
final class HostileTexts {
    static final String LONG = "x$.".repeat(350_000);
    static final String LONG_LETTERS = "\u00e9".repeat(500_000);

    /** What can be stored. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "$",
            "$$ROOT",
            "$$NOW",
            "$$REMOVE",
            "$text",
            "$where",
            "$set",
            "$ref",
            "$id",
            "_id",
            "{$gt: ''}",
            "{\"$ne\": null}",
            "a.b",
            ".",
            "..",
            ".$.",
            "0",
            "a\0b",
            "\0",
            "\\0",
            "\ud83d\ude00",
            "__proto__",
            "constructor",
            ".*",
            "^a$",
            "$^",
            "\\",
            "\\\\",
            "\\Q",
            "\\E",
            "\\Qa\\Eb",
            "(?i)a",
            "(?#",
            "[",
            "]",
            "(",
            ")",
            "{2}",
            "a|b",
            "a+",
            "?",
            "/a/i",
            "a\nb",
            "\r\n",
            "\t",
            "\u2028",
            "\u00a0",
            "'; drop",
            "\"",
            "%00",
            "%24",
            "null",
            "undefined",
            "true",
            "NaN",
            "ObjectId('65f0c0ffee0123456789abcd')",
            "\u0130i",
            "\u01c5");

    /** What no server can store: UTF-8 has no form for half a pair. */
    static final List<String> HALVES = List.of("\ud800", "a\udc00b", "\udc00\ud800", "\ud83d");

    /** A parcel of each text, and two of long ones. */
    static final List<Parcel> PARCELS = Stream.concat(
                    TEXTS.stream().map(text -> Parcel.of("p" + TEXTS.indexOf(text), text)),
                    Stream.of(LONG, LONG_LETTERS)
                            .map(text -> Parcel.of("p" + text.length(), "long").withText(text)))
            .toList();

    private HostileTexts() {}

    /** The order of a server. */
    static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** As the description of an assertion has it. */
    static String quoted(String text) {
        return text.length() > 40 ? text.length() + " characters" : '"' + text + '"';
    }

    /** A call is refused by an error of a readable length before anything is sent. */
    static void refuses(CommandRecorder recorder, String what, ThrowingCallable call) {
        assertThatThrownBy(call)
                .as(what)
                .isInstanceOf(InvalidValueException.class)
                .satisfies(failure -> assertThat(
                                String.valueOf(failure.getMessage()).length())
                        .isLessThan(1_100));
        assertThat(recorder.names()).as(what).isEmpty();
    }
}
