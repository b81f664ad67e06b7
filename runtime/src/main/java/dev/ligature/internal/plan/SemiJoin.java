package dev.ligature.internal.plan;

import dev.ligature.internal.predicate.Predicate;
import dev.ligature.spi.LinkType;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * A condition through a link, answered from the other side: the documents there that satisfy it give the values that the
 * near side's field must be in. Of a link these are their ids; of a back link, the ids to which they link.
 *
 * @param number the step's number in the plan, from 1
 * @param condition the condition on the other side, for people
 * @param filter the condition on the other side
 */
public record SemiJoin(int number, LinkType link, Predicate condition, Filter filter) {
    /** How many semi-joins must be answered one after the other before this one. */
    public int level() {
        return level(filter);
    }

    private static int level(Filter filter) {
        if (filter instanceof Filter.Among among) {
            return among.join().level() + 1;
        }
        if (filter instanceof Filter.None none) {
            return level(none.term());
        }
        List<Filter> terms = filter instanceof Filter.All all
                ? all.terms()
                : filter instanceof Filter.Any any ? any.terms() : List.of();
        int deepest = 0;
        for (Filter term : terms) {
            deepest = Math.max(deepest, level(term));
        }
        return deepest;
    }

    /** The stored field of the near side that the values are compared with. */
    String nearPath() {
        return link.isBackLink() ? "_id" : link.idPath();
    }

    /** The stored field of the other side that gives the values. */
    public String farField() {
        return link.isBackLink() ? link.mirror().storedName() : "_id";
    }

    /** What is read of the other side. */
    public BsonDocument projection() {
        BsonDocument projection = new BsonDocument(farField(), new BsonInt32(1));
        return link.isBackLink() ? projection.append("_id", new BsonInt32(0)) : projection;
    }
}
