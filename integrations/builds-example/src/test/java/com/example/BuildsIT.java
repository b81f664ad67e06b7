// SPDX-License-Identifier: Apache-2.0
package com.example;

import static com.example.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.link.Ref;
import dev.ligature.query.WriteRule;
import dev.ligature.testing.TestDatabase;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.bson.types.ObjectId;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lombok, Ligature and MapStruct in one compilation, and Bean Validation before documents are written. */
class BuildsIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private final HouseRepository houses = Databases.houses(DATABASE.database(), VALIDATOR);
    private final DoorRepository doors = new DoorRepository(DATABASE.database());

    private static House house(String name, int doorHeight) {
        return new House(null, name, 4, Ref.of(new Door(null, doorHeight)));
    }

    @Test
    void storesWhatLombokMakes() {
        TestDatabase.await(houses.insert(house("Oak", 3), WriteRule.WRITE));

        House found = TestDatabase.await(
                houses.find(house.door().height.eq(3)).fetch(house.door()).one());

        assertThat(found.getName()).isEqualTo("Oak");
        assertThat(found.getId()).isNotNull();
        assertThat(found.getDoor().get().height()).isEqualTo(3);
    }

    @Test
    void givesMapStructItsLinksAsIds() {
        House saved = TestDatabase.await(houses.insert(house("Oak", 3), WriteRule.WRITE));

        HouseView view = HouseMapper.INSTANCE.toView(saved);

        assertThat(view.id()).isEqualTo(saved.getId().toHexString());
        assertThat(view.door()).isEqualTo(saved.getDoor().id().toString());
        assertThat(HouseMapper.INSTANCE.toHouse(view)).isEqualTo(saved);
        assertThat(HouseMapper.INSTANCE.toHouse(new HouseView(null, "Ash", 2, view.door())))
                .isEqualTo(new House(null, "Ash", 2, Ref.to(new ObjectId(view.door()))));
    }

    @Test
    void writesNothingThatViolatesAConstraint() {
        assertThatThrownBy(() -> TestDatabase.await(houses.insert(house(" ", 3), WriteRule.WRITE)))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("name");
        assertThatThrownBy(() -> TestDatabase.await(houses.insert(house("Oak", -1), WriteRule.WRITE)))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("height");

        assertThat(TestDatabase.await(houses.count())).isZero();
        assertThat(TestDatabase.await(doors.count())).isZero();
    }
}
