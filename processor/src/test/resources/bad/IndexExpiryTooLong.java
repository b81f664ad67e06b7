package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record IndexExpiryTooLong(
        ObjectId id,
        @Indexed(expireAfterSeconds = 9999999999L) java.time.Instant never, // [IndexExpiryTooLong]
        @Indexed(expireAfterSeconds = 2147483647) java.time.Instant hardlyEver) {}
