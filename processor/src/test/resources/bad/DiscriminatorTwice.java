package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record DiscriminatorTwice(ObjectId id, Shape shape) {
    sealed interface Shape permits Circle, Square {}

    @BsonDiscriminator("shape")
    record Circle(int radius) implements Shape {}

    @BsonDiscriminator("shape") // [DiscriminatorTwice]
    record Square(int side) implements Shape {}
}

@Document
sealed interface DiscriminatorTwiceVehicle permits DiscriminatorTwiceBus, DiscriminatorTwiceCar {}

@BsonDiscriminator("vehicle")
record DiscriminatorTwiceBus(ObjectId id) implements DiscriminatorTwiceVehicle {}

@BsonDiscriminator("vehicle") // [DiscriminatorTwice]
record DiscriminatorTwiceCar(ObjectId id) implements DiscriminatorTwiceVehicle {}
