// SPDX-License-Identifier: Apache-2.0
package com.example;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.repository.RepositoryOptions;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;

/** Repositories that check each document before they write it. */
public final class Databases {
    private Databases() {}

    public static HouseRepository houses(MongoDatabase database, Validator validator) {
        return new HouseRepository(
                database, RepositoryOptions.defaults().withWriteHook(document -> validate(validator, document)));
    }

    private static void validate(Validator validator, Object document) {
        Set<ConstraintViolation<Object>> violations = validator.validate(document);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }
}
