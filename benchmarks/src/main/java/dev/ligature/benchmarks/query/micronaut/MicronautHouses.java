// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.micronaut;

import io.micronaut.data.annotation.Join;
import io.micronaut.data.model.Page;
import io.micronaut.data.model.Pageable;
import io.micronaut.data.mongodb.annotation.MongoRepository;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import org.bson.types.ObjectId;

/** The queries, derived from the methods' names; what is joined is declared on each. */
@MongoRepository
public interface MicronautHouses extends CrudRepository<MicronautHouse, ObjectId> {
    @Join("door")
    List<MicronautHouse> queryByNumberLessThan(int number);

    @Join("door")
    @Join("windows")
    List<MicronautHouse> findByNumberLessThan(int number);

    List<MicronautHouse> queryByStreet(String street);

    @Join("door")
    @Join("windows")
    List<MicronautHouse> findByStreet(String street);

    List<MicronautHouse> queryAll(Pageable pageable);

    @Join("door")
    @Join("windows")
    List<MicronautHouse> list(Pageable pageable);

    @Join("door")
    List<MicronautHouse> findByDoorHeight(int height);

    @Join("door")
    Page<MicronautHouse> searchByDoorHeight(int height, Pageable pageable);

    /** For deleting: the door's id is not read without a join. */
    @Join("door")
    List<MicronautHouse> readByNumberLessThan(int number);

    void deleteByIdIn(List<ObjectId> ids);
}
