// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentUnionCodec;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.codecs.configuration.CodecRegistry;

/** The classes of an accepted declaration. */
final class CompiledTypes extends ClassLoader {
    private final Map<String, byte[]> classes = new HashMap<>();

    CompiledTypes(Map<String, byte[]> files) {
        super(CompiledTypes.class.getClassLoader());
        files.forEach((path, bytes) -> classes.put(path.replace(".class", "").replace('/', '.'), bytes));
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** The codecs of its documents; every generated class has been initialised then, and the paths of each document asked for. */
    List<DocumentCodec<Object>> codecs(CodecRegistry registry) throws ReflectiveOperationException {
        List<DocumentCodec<Object>> codecs = new ArrayList<>();
        for (String name : classes.keySet()) {
            Class<?> type = Class.forName(name, true, this);
            if (type.getSuperclass() == DocumentCodec.class || type.getSuperclass() == DocumentUnionCodec.class) {
                codecs.add(codec(type, registry));
            }
            for (Field field : type.getDeclaredFields()) {
                if (isRoot(field, type)) {
                    field.setAccessible(true);
                    callPaths(field.get(null));
                }
            }
        }
        codecs.forEach(
                codec -> codec.type().links().forEach(link -> link.target().links()));
        return codecs;
    }

    @SuppressWarnings("unchecked") // it is used with documents of its own class
    private static DocumentCodec<Object> codec(Class<?> type, CodecRegistry registry)
            throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor(CodecRegistry.class);
        constructor.setAccessible(true);
        try {
            return (DocumentCodec<Object>) constructor.newInstance(registry);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("no codec " + type.getName(), e.getCause());
        }
    }

    private static boolean isRoot(Field field, Class<?> type) {
        return Modifier.isStatic(field.getModifiers())
                && field.getType() == type
                && type.getSimpleName().startsWith("Q")
                && type.getEnclosingClass() == null;
    }

    private static void callPaths(Object root) throws ReflectiveOperationException {
        for (Method method : root.getClass().getDeclaredMethods()) {
            if (method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())) {
                method.setAccessible(true);
                if (method.invoke(root) == null) {
                    throw new IllegalStateException("no path: " + method);
                }
            }
        }
    }
}
