// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.elsewhere;

import dev.ligature.annotation.Converter;

/** For this package alone. */
final class GrainConverter implements Converter<Grain, String> {
    @Override
    public String toStored(Grain grain) {
        return grain.kind();
    }

    @Override
    public Grain fromStored(String kind) {
        return new Grain(kind);
    }
}
