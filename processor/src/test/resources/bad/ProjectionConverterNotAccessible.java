package bad;

import dev.ligature.annotation.*;
import java.util.*;
import org.bson.types.ObjectId;

import dev.ligature.processor.elsewhere.Grain;
import dev.ligature.processor.elsewhere.Silo;

@Projection(Silo.class)
record ProjectionConverterNotAccessible(
        String name,
        Grain grain, // [ProjectionConverterNotAccessible]
        List<Grain> former) {} // [ProjectionConverterNotAccessible]
