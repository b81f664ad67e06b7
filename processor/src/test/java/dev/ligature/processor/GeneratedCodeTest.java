package dev.ligature.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the checks in {@code good/behaviour}, which use the codecs generated from the documents there. */
class GeneratedCodeTest {
    @TestFactory
    Stream<DynamicTest> behavesAsPromised() throws IOException, ClassNotFoundException {
        Compilation compilation =
                Compilations.compile(Compilations.source(Compilations.resource("good/behaviour/Behaviour.java")));
        Class<?> checks = new CompiledClasses(compilation).loadClass("behaviour.Behaviour");

        return Arrays.stream(checks.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && !Modifier.isPrivate(method.getModifiers()))
                .map(method -> DynamicTest.dynamicTest(method.getName(), () -> call(method)));
    }

    private static void call(Method method) throws Throwable {
        method.setAccessible(true);
        try {
            method.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** The classes of a compilation. */
    private static final class CompiledClasses extends ClassLoader {
        private final Map<String, byte[]> classes = new HashMap<>();

        CompiledClasses(Compilation compilation) throws IOException {
            super(GeneratedCodeTest.class.getClassLoader());
            assertThat(compilation.errors()).isEmpty();
            for (JavaFileObject file : compilation.generatedFiles()) {
                if (file.getKind() == JavaFileObject.Kind.CLASS) {
                    try (InputStream stream = file.openInputStream()) {
                        classes.put(file.getName().replaceFirst("^/?CLASS_OUTPUT/", ""), stream.readAllBytes());
                    }
                }
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name.replace('.', '/') + ".class");
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
