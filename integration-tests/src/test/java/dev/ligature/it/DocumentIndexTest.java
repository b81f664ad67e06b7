// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.integration.DocumentIndex;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseCard;
import dev.ligature.it.model.HouseRepository;
import dev.ligature.it.vehicles.Vehicle;
import dev.ligature.it.vehicles.VehicleRepository;
import dev.ligature.it.vehicles.Vehicle_CarRepository;
import dev.ligature.repository.Repository;
import dev.ligature.repository.RepositoryOptions;
import org.junit.jupiter.api.Test;

/** The index that an ordinary build writes: the processor that does is found as the other one is. */
class DocumentIndexTest {
    private final DocumentIndex index = DocumentIndex.read(DocumentIndexTest.class.getClassLoader());

    @Test
    void namesTheDocumentsAndProjectionsOfTheBuild() {
        assertThat(index.documents())
                .contains(new DocumentIndex.Document(House.class.getName(), HouseRepository.class.getName()));
        assertThat(index.projections())
                .extracting(DocumentIndex.Projection::projectionClass)
                .contains(HouseCard.class.getName());
    }

    @Test
    void namesWhatSealedDocumentsPermit() {
        assertThat(index.documents())
                .contains(
                        new DocumentIndex.Document(Vehicle.class.getName(), VehicleRepository.class.getName()),
                        new DocumentIndex.Document(Vehicle.Car.class.getName(), Vehicle_CarRepository.class.getName()));
    }

    @Test
    void namesClassesThatAreThereAndCanBeMade() throws ReflectiveOperationException {
        for (DocumentIndex.Document each : index.documents()) {
            Class<?> repository = Class.forName(each.repositoryClass());

            assertThat(repository).as(each.documentClass()).isAssignableTo(Repository.class);
            assertThat(repository.getDeclaredConstructor(MongoDatabase.class)).isNotNull();
            assertThat(repository.getDeclaredConstructor(MongoDatabase.class, RepositoryOptions.class))
                    .isNotNull();
        }
        for (DocumentIndex.Projection each : index.projections()) {
            assertThat(Class.forName(each.codecClass()))
                    .as(each.projectionClass())
                    .isNotNull();
        }
    }
}
