package dev.ligature.internal.plan;

import dev.ligature.internal.predicate.Predicate;
import dev.ligature.spi.LinkType;
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
