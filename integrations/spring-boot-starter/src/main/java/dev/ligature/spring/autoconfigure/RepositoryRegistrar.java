// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.integration.DocumentIndex;
import dev.ligature.repository.RepositoryOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Defines a bean for each repository that Ligature's processor has generated for the application and its libraries,
 * unless the application has a bean of that class. The processor has written an index of them, so nothing is scanned.
 *
 * <p>Each bean has a plain definition with a constructor, which Spring's ahead-of-time processing turns into code.
 */
final class RepositoryRegistrar implements ImportBeanDefinitionRegistrar {
    private final ClassLoader loader;
    private final ListableBeanFactory beans;

    /** Called by Spring, which passes arguments of these types. */
    RepositoryRegistrar(ClassLoader loader, BeanFactory beans) {
        this.loader = loader;
        this.beans = (ListableBeanFactory) beans;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        for (DocumentIndex.Document document : DocumentIndex.read(loader).documents()) {
            Class<?> repository = find(document);
            if (repository != null && beans.getBeanNamesForType(repository, true, false).length == 0) {
                registry.registerBeanDefinition(name(repository, registry), definition(repository, document));
            }
        }
    }

    /** The class of a repository. Null if an incremental build has removed it and the index still names it. */
    private @Nullable Class<?> find(DocumentIndex.Document document) {
        try {
            return ClassUtils.forName(document.repositoryClass(), loader);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static RootBeanDefinition definition(Class<?> repository, DocumentIndex.Document document) {
        RootBeanDefinition definition = new RootBeanDefinition(repository);
        definition
                .getConstructorArgumentValues()
                .addIndexedArgumentValue(0, new RuntimeBeanReference(MongoDatabase.class));
        definition
                .getConstructorArgumentValues()
                .addIndexedArgumentValue(1, new RuntimeBeanReference(RepositoryOptions.class));
        definition.setResourceDescription("Ligature's repository of " + document.documentClass());
        return definition;
    }

    /** The simple name, or the full one if that is taken. */
    private static String name(Class<?> repository, BeanDefinitionRegistry registry) {
        String name = StringUtils.uncapitalizeAsProperty(ClassUtils.getShortName(repository));
        return registry.containsBeanDefinition(name) ? repository.getName() : name;
    }
}
