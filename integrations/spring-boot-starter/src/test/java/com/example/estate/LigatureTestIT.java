// SPDX-License-Identifier: Apache-2.0
package com.example.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.DeleteRestrictedException;
import dev.ligature.link.Ref;
import dev.ligature.query.WriteRule;
import dev.ligature.spring.InvalidDocumentException;
import dev.ligature.spring.test.LigatureTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The test slice: what it has, and what it does not have. */
@LigatureTest
class LigatureTestIT {
    @Autowired
    HouseRepository houses;

    @Autowired
    PersonRepository persons;

    @Autowired
    MongoDatabase database;

    @Autowired
    ApplicationContext context;

    @Test
    void hasRepositoriesOnADatabaseOfItsOwn() {
        Person owner = persons.insert(Person.of("owner@example.com")).block();
        House house = House.named("Oak");
        House owned = new House(null, house.name(), Optional.empty(), List.of(Ref.of(owner)), 0);

        House inserted = houses.insert(owned).block();

        assertThat(database.getName()).startsWith("ligature_test_");
        assertThat(houses.findById(inserted.id()).block()).isEqualTo(inserted);
        assertThatThrownBy(() -> persons.delete(owner).block()).isInstanceOf(DeleteRestrictedException.class);
    }

    @Test
    void hasNoComponentsOfTheApplication() {
        assertThat(context.getBeanProvider(HouseService.class).getIfAvailable()).isNull();
        assertThat(context.getBeanProvider(Controllers.Annotated.class).getIfAvailable())
                .isNull();
    }

    @Test
    void validatesWhatItWrites() {
        Door door = new Door(null, 2);
        House nameless = new House(null, " ", Optional.of(Ref.of(door)), List.of(), 0);

        assertThatThrownBy(() -> houses.insert(nameless, WriteRule.WRITE).block())
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageStartingWith("House is not valid: name ");

        ObjectProvider<DoorRepository> doors = context.getBeanProvider(DoorRepository.class);
        assertThat(doors.getObject().count().block()).isZero();
    }
}
