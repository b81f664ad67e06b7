package com.example;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Document
record Order(String id, Optional<Customer> customer, List<Line> lines, Map<String, Line> extras, List<Payment> payments) {
    record Customer(String name, @Link(storage = LinkStorage.DBREF) Optional<Ref<House>> home) {}

    record Line(int quantity, @Link Ref<Door> door) {}

    sealed interface Payment {}

    record Card(@Link Ref<House> at) implements Payment {}

    record Transfer(String iban, @Link Ref<House> at) implements Payment {}

    record Cash(int amount) implements Payment {}
}
