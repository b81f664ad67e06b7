// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson.model;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.link.BackRef;
import java.util.List;
import java.util.UUID;

/** A record with a list of back references. */
@Document
public record Window(
        UUID id,
        int width,
        @BackLink(originalField = "windows") List<BackRef<House>> houses) {
    public static Window of(UUID id, int width) {
        return new Window(id, width, List.of());
    }
}
