package names;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.List;
import org.bson.types.ObjectId;

@Document(collection = "ends */ comments} @here")
public record R(ObjectId id, String a$, X x, @Link Ref<R> r, @Link List<Ref<R>> rs) {
    public R id(ObjectId other) {
        return new R(other, a$, x, r, rs);
    }

    public record X(String s) {}
}
