// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.estate.DoorRepository;
import com.example.estate.HouseRepository;
import com.example.estate.PersonRepository;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.repository.RepositoryOptions;
import dev.ligature.repository.Transactions;
import dev.ligature.spring.LigatureExceptionTranslator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.support.PersistenceExceptionTranslator;

/** The beans, and the conditions for them. No server is needed, because clients connect only when they are used. */
class LigatureAutoConfigurationTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(MongoReactiveAutoConfiguration.class, LigatureAutoConfiguration.class))
            .withClassLoader(new FilteredClassLoader("io.netty")); // whose end Boot waits for

    private final ApplicationContextRunner estate =
            application.withPropertyValues("spring.mongodb.uri=mongodb://localhost:1/estate");

    @Test
    void makesTheDatabaseOfTheUri() {
        estate.run(context ->
                assertThat(context.getBean(MongoDatabase.class).getName()).isEqualTo("estate"));
    }

    @Test
    void prefersTheDatabaseOfTheProperty() {
        estate.withPropertyValues("spring.mongodb.database=other")
                .run(context -> assertThat(context.getBean(MongoDatabase.class).getName())
                        .isEqualTo("other"));
    }

    @Test
    void saysThatNoDatabaseIsNamed() {
        application
                .withPropertyValues("spring.mongodb.uri=mongodb://localhost:1/")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("No database is named. Set spring.mongodb.database"));
    }

    @Test
    void makesEachRepositoryOfTheApplication() {
        estate.run(context -> assertThat(context)
                .hasSingleBean(HouseRepository.class)
                .hasSingleBean(DoorRepository.class)
                .hasSingleBean(PersonRepository.class)
                .hasBean("houseRepository"));
    }

    @Test
    void leavesARepositoryToTheApplication() {
        estate.withUserConfiguration(OwnRepository.class).run(context -> assertThat(context)
                .hasSingleBean(HouseRepository.class)
                .hasBean("houses")
                .hasSingleBean(DoorRepository.class));
    }

    @Test
    void namesARepositoryInFullWhereItsNameIsTaken() {
        estate.withUserConfiguration(TakenName.class).run(context -> assertThat(context)
                .hasBean("com.example.estate.HouseRepository")
                .hasSingleBean(HouseRepository.class));
    }

    @Test
    void takesTheDatabaseOfTheApplication() {
        estate.withUserConfiguration(OwnDatabase.class).run(context -> assertThat(context.getBean(HouseRepository.class)
                        .collection()
                        .getNamespace()
                        .getDatabaseName())
                .isEqualTo("archive"));
    }

    @Test
    void takesThePrimaryDatabaseOfSeveral() {
        estate.withUserConfiguration(OwnDatabase.class)
                .withBean(
                        "main",
                        MongoDatabase.class,
                        () -> MongoClients.create("mongodb://localhost:1/").getDatabase("main"),
                        bean -> bean.setPrimary(true))
                .run(context -> assertThat(context.getBean(HouseRepository.class)
                                .collection()
                                .getNamespace()
                                .getDatabaseName())
                        .isEqualTo("main"));
    }

    @Test
    void makesOptionsTransactionsAndATranslator() {
        estate.run(context -> assertThat(context)
                .hasSingleBean(RepositoryOptions.class)
                .hasSingleBean(Transactions.class)
                .hasSingleBean(LigatureExceptionTranslator.class)
                .hasSingleBean(PersistenceExceptionTranslator.class));
    }

    @Test
    void doesNothingWithoutAClient() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(LigatureAutoConfiguration.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(MongoDatabase.class)
                        .doesNotHaveBean(HouseRepository.class));
    }

    @Test
    void doesNothingWithoutTheReactiveDriver() {
        estate.withClassLoader(new FilteredClassLoader(MongoClient.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(MongoDatabase.class));
    }

    @Test
    void leavesSeveralClientsToTheApplication() {
        estate.withUserConfiguration(TwoClients.class).run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(MongoDatabase.class)
                .doesNotHaveBean(HouseRepository.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnRepository {
        @Bean
        HouseRepository houses(MongoDatabase database) {
            return new HouseRepository(database);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TakenName {
        @Bean
        String houseRepository() {
            return "something else";
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnDatabase {
        @Bean
        MongoDatabase archive(MongoClient client) {
            return client.getDatabase("archive");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoClients {
        @Bean
        MongoClient first() {
            return MongoClients.create("mongodb://localhost:1/");
        }

        @Bean
        MongoClient second() {
            return MongoClients.create("mongodb://localhost:2/");
        }
    }
}
