// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.elsewhere;

import dev.ligature.annotation.Convert;
import dev.ligature.annotation.Document;
import java.util.List;

/** A document with a converter that other packages do not see. */
@Document
public record Silo(
        String id,
        String name,
        @Convert(GrainConverter.class) Grain grain,
        @Convert(GrainConverter.class) List<Grain> former) {}
