// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.micronaut;

import io.micronaut.data.mongodb.annotation.MongoDeleteQuery;
import io.micronaut.data.mongodb.annotation.MongoRepository;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import org.bson.types.ObjectId;

/** For deleting windows. */
@MongoRepository
public interface MicronautWindows extends CrudRepository<MicronautWindow, ObjectId> {
    /** By a query of its own: {@code deleteByHouseIdIn} compiles to one that compares the window's id with the houses'. */
    @MongoDeleteQuery("{'house._id': {$in: :houses}}")
    void deleteOfHouses(List<ObjectId> houses);
}
