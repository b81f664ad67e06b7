package bad;

import dev.ligature.annotation.*;
import java.util.*;
import org.bson.types.ObjectId;

import dev.ligature.processor.elsewhere.Barn;
import dev.ligature.processor.elsewhere.Place;

@Projection(Barn.class)
record ProjectionCodecNotAccessible(String name, Place gatePlace, @Path("gate.place.city") String city) {} // [ProjectionCodecNotAccessible]
