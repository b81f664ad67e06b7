// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Runs a processor in an environment that differs from the compiler's. */
final class DisturbedProcessor extends AbstractProcessor {
    private final AbstractProcessor processor;
    private final UnaryOperator<ProcessingEnvironment> disturbance;

    DisturbedProcessor(AbstractProcessor processor, UnaryOperator<ProcessingEnvironment> disturbance) {
        this.processor = processor;
        this.disturbance = disturbance;
    }

    /** What a replaced method does. */
    interface Behaviour {
        Object call() throws Throwable;
    }

    /** Returns an object that delegates all methods but one to the given object. */
    static <T> T with(Class<T> type, T object, String method, Behaviour behaviour) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return behaviour.call();
                    }
                    try {
                        return called.invoke(object, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return processor.getSupportedSourceVersion();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        processor.init(disturbance.apply(environment));
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // like the processor that it replaces
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return processor.process(annotations, round);
    }
}
