// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.predicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.internal.predicate.Test.Among;
import dev.ligature.internal.predicate.Test.AnyElement;
import dev.ligature.internal.predicate.Test.Compare;
import dev.ligature.internal.predicate.Test.Exists;
import dev.ligature.internal.predicate.Test.HasSize;
import dev.ligature.internal.predicate.Test.Matches;
import dev.ligature.spi.ValueCodecs;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionShapeTest {
    private static Operand operand(String value) {
        return Operand.of(value, ValueCodecs.STRING, "House.name");
    }

    private static Predicate name(String operator, String value) {
        return new Predicate.Field("name", new Compare(operator, operand(value)));
    }

    private static Predicate among(int values) {
        return new Predicate.Field("name", new Among("$in", Collections.nCopies(values, operand("Elm"))));
    }

    static Stream<Arguments> alike() {
        return Stream.of(
                Arguments.of(name("$eq", "Elm"), name("$eq", "Oak")),
                Arguments.of(among(4), among(7)),
                Arguments.of(
                        new Predicate.Field("name", new Matches("^E", "")),
                        new Predicate.Field("name", new Matches("^O", "i"))),
                Arguments.of(
                        new Predicate.Or(List.of(name("$eq", "Elm"), new Predicate.Not(name("$lt", "B")))),
                        new Predicate.Or(List.of(name("$eq", "Oak"), new Predicate.Not(name("$lt", "C"))))));
    }

    @ParameterizedTest
    @MethodSource("alike")
    void ofConditionsThatDifferInOperandsIsOne(Predicate one, Predicate other) {
        assertThat(ConditionShape.of(one)).isEqualTo(ConditionShape.of(other));
    }

    @Test
    void ofConditionsThatDifferOtherwiseDiffers() {
        List<Predicate> different = List.of(
                new Predicate.Always(),
                name("$eq", "Elm"),
                name("$gte", "Elm"),
                new Predicate.Field("street", new Compare("$eq", operand("Elm"))),
                new Predicate.Not(name("$eq", "Elm")),
                new Predicate.And(List.of(name("$eq", "Elm"), name("$gte", "Elm"))),
                new Predicate.Or(List.of(name("$eq", "Elm"), name("$gte", "Elm"))),
                new Predicate.Or(List.of(name("$eq", "Elm"), new Predicate.And(List.of(name("$gte", "Elm"))))),
                new Predicate.Field("name", new AnyElement(name("$eq", "Elm"))),
                new Predicate.Field("name", new Exists(true)),
                new Predicate.Field("name", new Exists(false)),
                new Predicate.Field("name", new HasSize(0)),
                new Predicate.Field("name", new HasSize(1)),
                new Predicate.Field("name", new Matches("Elm", "")),
                new Predicate.Field("name", new Matches("^Elm", "")),
                new Predicate.Raw(new BsonDocument()),
                among(1),
                among(8));

        assertThat(different.stream().map(ConditionShape::of)).doesNotHaveDuplicates();
    }
}
