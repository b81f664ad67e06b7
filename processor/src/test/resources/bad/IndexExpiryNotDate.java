package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record IndexExpiryNotDate(
        ObjectId id,
        @Indexed(expireAfterSeconds = 1) java.time.Instant instant,
        @Indexed(expireAfterSeconds = 1) Date date,
        @Indexed(expireAfterSeconds = 1) String text, // [IndexExpiryNotDate]
        @Indexed(expireAfterSeconds = 1) @Link Ref<IndexExpiryNotDate> next) {} // [IndexExpiryNotDate]
