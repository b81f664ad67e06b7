// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.palantir.javapoet.ClassName;
import dev.ligature.processor.model.ScalarKind;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The processor names the runtime by text alone, so that text has to be right. */
class RuntimeTypesTest {
    @Test
    void namesTypesThatExist() throws IllegalAccessException {
        List<ClassName> names = new ArrayList<>();
        for (Field field : RuntimeTypes.class.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == ClassName.class) {
                names.add((ClassName) field.get(null));
            }
        }

        assertThat(names).isNotEmpty().allSatisfy(name -> assertThatCode(() -> Class.forName(name.reflectionName()))
                .doesNotThrowAnyException());
    }

    @Test
    void namesScalarCodecsAsTheRuntimeDoes() throws ClassNotFoundException {
        List<String> constants = fieldNames(Class.forName(RuntimeTypes.VALUE_CODECS.reflectionName()));

        assertThat(constants)
                .containsAll(Arrays.stream(ScalarKind.values()).map(Enum::name).toList());
    }

    private static List<String> fieldNames(Class<?> type) {
        return Arrays.stream(type.getFields()).map(Field::getName).toList();
    }
}
