// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson.model;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.link.BackRef;
import java.util.Optional;

/** A class with accessors. */
@Document
public class Yard {
    private String id = "";
    private double area;

    @BackLink(originalField = "yard")
    private Optional<BackRef<House>> house = Optional.of(BackRef.notFetched());

    public static Yard of(String id, double area) {
        Yard yard = new Yard();
        yard.id = id;
        yard.area = area;
        return yard;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public double getArea() {
        return area;
    }

    public void setArea(double area) {
        this.area = area;
    }

    public Optional<BackRef<House>> getHouse() {
        return house;
    }

    public void setHouse(Optional<BackRef<House>> house) {
        this.house = house;
    }
}
