// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.spring;

import org.bson.types.ObjectId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A window. */
@Document("windows")
public class SpringWindow {
    @Id
    public ObjectId id;

    public int width;
    public int height;
    public boolean tinted;
}
