// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.micronaut;

import io.micronaut.data.mongodb.annotation.MongoRepository;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import org.bson.types.ObjectId;

/** For deleting doors. */
@MongoRepository
public interface MicronautDoors extends CrudRepository<MicronautDoor, ObjectId> {
    void deleteByIdIn(List<ObjectId> ids);
}
