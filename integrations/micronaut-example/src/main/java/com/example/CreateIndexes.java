// SPDX-License-Identifier: Apache-2.0
package com.example;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;

/** Creates the indexes before the application serves its first request. */
@Singleton
final class CreateIndexes implements ApplicationEventListener<StartupEvent> {
    private final HouseRepository houses;
    private final DoorRepository doors;

    CreateIndexes(HouseRepository houses, DoorRepository doors) {
        this.houses = houses;
        this.doors = doors;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        houses.createIndexes().then(doors.createIndexes()).block();
    }
}
