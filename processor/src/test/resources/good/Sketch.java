package com.example;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Version;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonDiscriminator;

@Document
record Sketch(String id, @Version long version, List<Shape> shapes, Map<String, Price> prices, Part whole) {
    @BsonDiscriminator(key = "kind")
    sealed interface Shape {}

    @BsonDiscriminator("circle")
    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}

    record Price(Currency currency, long cents) {}

    record Part(String name, List<Part> parts) {}
}
