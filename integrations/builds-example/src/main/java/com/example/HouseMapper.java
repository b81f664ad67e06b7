// SPDX-License-Identifier: Apache-2.0
package com.example;

import dev.ligature.link.Ref;
import org.bson.types.ObjectId;
import org.mapstruct.Mapper;
import org.mapstruct.factory.Mappers;

/**
 * Maps between the document and what a client sees. MapStruct needs two conversions that it cannot guess: ids and
 * links.
 */
@Mapper
public interface HouseMapper {
    HouseMapper INSTANCE = Mappers.getMapper(HouseMapper.class);

    HouseView toView(House house);

    House toHouse(HouseView view);

    default String toText(ObjectId id) {
        return id == null ? null : id.toHexString();
    }

    default ObjectId toId(String text) {
        return text == null ? null : new ObjectId(text);
    }

    default String toText(Ref<Door> door) {
        return String.valueOf(door.id());
    }

    default Ref<Door> toDoor(String id) {
        return Ref.to(new ObjectId(id));
    }
}
