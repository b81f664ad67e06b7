// SPDX-License-Identifier: Apache-2.0
package com.example.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.repository.Transactions;
import dev.ligature.spring.autoconfigure.LigatureAutoConfiguration;
import dev.ligature.spring.autoconfigure.LigatureTransactionAutoConfiguration;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.FileSystemGeneratedFiles;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.javapoet.ClassName;

/**
 * Spring's ahead-of-time processing, as for a native image: the code that it generates compiles and creates the same
 * beans.
 */
class AheadOfTimeTest {
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    private static final TestPropertyValues PROPERTIES =
            TestPropertyValues.of("spring.mongodb.uri=mongodb://localhost:1/estate");

    @TempDir
    Path generated;

    @Test
    void makesTheRepositoriesFromGeneratedCode() throws Exception {
        ClassName initializer = generate();
        compile();

        assertThat(repositorySource()).contains("new HouseRepository(args.get(0), args.get(1))");
        try (URLClassLoader loader = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader())) {
            Callable<?> run = loader.loadClass(Run.class.getName())
                    .asSubclass(Callable.class)
                    .getConstructor(String.class)
                    .newInstance(initializer.reflectionName());
            assertThat(run.call()).isEqualTo("estate.houses");
        }
    }

    private ClassName generate() {
        try (AnnotationConfigApplicationContext declared = new AnnotationConfigApplicationContext()) {
            declared.register(Application.class);
            PROPERTIES.applyTo(declared);
            DefaultGenerationContext generation = new DefaultGenerationContext(
                    new ClassNameGenerator(ClassName.get(AheadOfTimeTest.class)),
                    new FileSystemGeneratedFiles(generated));
            ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(declared, generation);
            generation.writeGeneratedContent();
            return initializer;
        }
    }

    private void compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(generated.resolve("sources"))) {
            List<Path> units =
                    sources.filter(path -> path.toString().endsWith(".java")).toList();
            String classes = generated.resolve("classes").toString();
            Files.createDirectories(generated.resolve("classes"));
            boolean isCompiled = compiler.getTask(
                            null,
                            files,
                            null,
                            List.of("-proc:none", "-cp", CLASS_PATH + File.pathSeparator + classes, "-d", classes),
                            null,
                            files.getJavaFileObjectsFromPaths(units))
                    .call();
            assertThat(isCompiled).isTrue();
        }
    }

    private String repositorySource() throws IOException {
        return Files.readString(generated.resolve("sources/com/example/estate/HouseRepository__BeanDefinitions.java"));
    }

    /** All classes in one class loader, because generated code calls package-private methods beside it. */
    private URL[] urls() {
        return Stream.concat(
                        Stream.of(generated.resolve("classes")),
                        Stream.of(CLASS_PATH.split(File.pathSeparator)).map(Path::of))
                .map(AheadOfTimeTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the application from the generated code, in the class loader that has this code. */
    public static final class Run implements Callable<String> {
        private final String initializer;

        public Run(String initializer) {
            this.initializer = initializer;
        }

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // the generated initializer is one of generic contexts
        public String call() throws ReflectiveOperationException {
            try (GenericApplicationContext context = new GenericApplicationContext()) {
                PROPERTIES.applyTo(context);
                ApplicationContextInitializer generated = Class.forName(initializer)
                        .asSubclass(ApplicationContextInitializer.class)
                        .getDeclaredConstructor()
                        .newInstance();
                generated.initialize(context);
                context.refresh();

                context.getBean(HouseService.class);
                context.getBean(Transactions.class);
                return context.getBean(HouseRepository.class)
                        .collection()
                        .getNamespace()
                        .getFullName();
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(HouseService.class)
    @ImportAutoConfiguration({
        MongoReactiveAutoConfiguration.class,
        LigatureAutoConfiguration.class,
        LigatureTransactionAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Application {}
}
