// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import dev.ligature.spi.DocumentCodec;
import java.util.function.Function;
import org.bson.codecs.Codec;
import org.bson.codecs.configuration.CodecRegistry;

/**
 * A document and its declarations for the contenders.
 *
 * @param sample what is written
 * @param handWritten the baseline
 * @param generated the constructor of Ligature's codec
 * @param record the declaration for mappers that take records, but know no links
 * @param bean the declaration for mappers that take classes only
 */
record Workload<D>(
        D sample,
        Codec<D> handWritten,
        Function<CodecRegistry, DocumentCodec<D>> generated,
        Class<? extends Record> record,
        Class<?> bean) {
    static Workload<?> named(String name) {
        return switch (name) {
            case "10 fields" ->
                new Workload<>(
                        Article.sample(),
                        new HandWrittenArticleCodec(),
                        ArticleCodec::new,
                        Article.class,
                        ArticleBean.class);
            case "50 fields" ->
                new Workload<>(
                        Vehicle.sample(),
                        new HandWrittenVehicleCodec(),
                        VehicleCodec::new,
                        Vehicle.class,
                        VehicleBean.class);
            case "nested" ->
                new Workload<>(
                        Purchase.sample(),
                        new HandWrittenPurchaseCodec(),
                        PurchaseCodec::new,
                        Purchase.class,
                        PurchaseBean.class);
            case "list-heavy" ->
                new Workload<>(
                        Route.sample(),
                        new HandWrittenRouteCodec(),
                        RouteCodec::new,
                        Route.Plain.class,
                        RouteBean.class);
            default -> throw new IllegalArgumentException("no workload \"" + name + '"');
        };
    }

    /** The document as it is stored. */
    byte[] stored() {
        return new CodecContender<>(handWritten).encode(sample).toByteArray();
    }
}
