// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.startup;

import io.micronaut.data.annotation.Join;
import io.micronaut.data.mongodb.annotation.MongoRepository;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.bson.types.ObjectId;

/** Joins are declared on the method. */
@MongoRepository
public interface MicronautRooms extends GenericRepository<MicronautRoom, ObjectId> {
    @Join("lamp")
    Optional<MicronautRoom> findById(ObjectId id);
}
