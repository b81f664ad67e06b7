// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import java.lang.reflect.Field;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ModifierSupport;

/** Fills what {@link Mongo} marks. */
final class MongoExtension
        implements BeforeAllCallback,
                TestInstancePostProcessor,
                BeforeEachCallback,
                BeforeTestExecutionCallback,
                ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(MongoExtension.class);

    /** Includes the test method, so that a constructor can have what lives as long as the method. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        fill(context.getRequiredTestClass(), null, ModifierSupport::isStatic, context);
    }

    @Override
    public void postProcessTestInstance(Object testInstance, ExtensionContext context) {
        fill(
                testInstance.getClass(),
                testInstance,
                field -> !ModifierSupport.isStatic(field) && !isPerMethod(field),
                context);
    }

    /** Fields of each test method are set here, not earlier, because one test instance may serve several methods. */
    @Override
    public void beforeEach(ExtensionContext context) {
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            fill(
                    instance.getClass(),
                    instance,
                    field -> !ModifierSupport.isStatic(field) && isPerMethod(field),
                    context);
        }
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        for (Lifecycle lifecycle : Lifecycle.values()) {
            OwnDatabase database = scope(lifecycle, context).getStore(NAMESPACE).get(lifecycle, OwnDatabase.class);
            if (database != null) {
                database.recorder().clear();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameterContext, ExtensionContext context) {
        return parameterContext.isAnnotated(Mongo.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameterContext, ExtensionContext context) {
        Mongo mongo = parameterContext.findAnnotation(Mongo.class).orElseThrow();
        return part(mongo, parameterContext.getParameter().getType(), parameterContext.getParameter(), context);
    }

    private static void fill(
            Class<?> type, @Nullable Object instance, Predicate<Field> wanted, ExtensionContext context) {
        List<Field> fields = AnnotationSupport.findAnnotatedFields(type, Mongo.class, wanted);
        for (Field field : fields) {
            Mongo mongo = field.getAnnotation(Mongo.class);
            if (ModifierSupport.isFinal(field)) {
                throw new ExtensionConfigurationException("@Mongo " + field + " is final. Remove the modifier.");
            }
            Object part = part(mongo, field.getType(), field, context);
            try {
                field.setAccessible(true);
                field.set(instance, part);
            } catch (ReflectiveOperationException | RuntimeException failure) {
                throw new ExtensionConfigurationException("@Mongo " + field + " could not be set: " + failure, failure);
            }
        }
    }

    private static boolean isPerMethod(Field field) {
        return field.getAnnotation(Mongo.class).value() == Lifecycle.PER_METHOD;
    }

    private static Object part(Mongo mongo, Class<?> type, Object place, ExtensionContext context) {
        if (mongo.value() == Lifecycle.PER_METHOD && context.getTestMethod().isEmpty()) {
            throw new ExtensionConfigurationException("@Mongo(PER_METHOD) " + place
                    + " has no test method to live for. Use it in test methods, @BeforeEach and instance fields.");
        }
        return database(mongo.value(), context)
                .part(type)
                .orElseThrow(() -> new ExtensionConfigurationException("@Mongo " + place + " has none of the types "
                        + OwnDatabase.PARTS.stream().map(Class::getSimpleName).toList() + "."));
    }

    private static OwnDatabase database(Lifecycle lifecycle, ExtensionContext context) {
        return scope(lifecycle, context)
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        lifecycle,
                        key -> OwnDatabase.open(TestServer.of(context), new CommandRecorder(), settings -> {}),
                        OwnDatabase.class);
    }

    /** The context whose end is the end of the database: that of the test method, or of the outermost test class. */
    private static ExtensionContext scope(Lifecycle lifecycle, ExtensionContext context) {
        ExtensionContext scope = context;
        if (lifecycle == Lifecycle.PER_CLASS) {
            while (scope.getParent().flatMap(ExtensionContext::getTestClass).isPresent()) {
                scope = scope.getParent().orElseThrow();
            }
        }
        return scope;
    }
}
