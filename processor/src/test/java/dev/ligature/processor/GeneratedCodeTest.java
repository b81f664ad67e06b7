// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the checks in {@code good/behaviour}, which use the codecs generated from the documents there. */
class GeneratedCodeTest {
    @TestFactory
    Stream<DynamicContainer> behavesAsPromised() {
        return Arrays.stream(Compilers.values())
                .map(compiler -> DynamicContainer.dynamicContainer(compiler.name(), checks(compiler)));
    }

    private static Stream<DynamicTest> checks(Compilers compiler) {
        Compiled compiled = compiler.compile(Compilations.files("good/behaviour"));
        assertThat(compiled.problems()).isEmpty();
        ClassLoader loader = compiled.loader();
        return compiled.classes().keySet().stream()
                .filter(name -> name.endsWith("Behaviour"))
                .flatMap(name -> Arrays.stream(load(loader, name).getDeclaredMethods()))
                .filter(method -> method.getParameterCount() == 0 && !Modifier.isPrivate(method.getModifiers()))
                .map(method -> DynamicTest.dynamicTest(method.getName(), () -> call(method)));
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static void call(Method method) throws Throwable {
        method.setAccessible(true);
        try {
            method.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
