// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.spi.Discriminator;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/** Puts the answers of semi-joins into a filter. */
public final class MatchAssembler {
    private static final String SIDE = "_c";

    private final Function<SemiJoin, Answer> answers;
    private final List<BsonDocument> lookups = new ArrayList<>();
    private final List<String> sides = new ArrayList<>();

    private MatchAssembler(Function<SemiJoin, Answer> answers) {
        this.answers = answers;
    }

    /** The filter with all answers in place. */
    public static Match assemble(Filter filter, Function<SemiJoin, Answer> answers) {
        return new MatchAssembler(answers).assemble(filter);
    }

    private Match assemble(Filter filter) {
        List<BsonDocument> before = new ArrayList<>();
        List<BsonDocument> after = new ArrayList<>();
        for (Filter term : filter instanceof Filter.All all ? all.terms() : List.of(filter)) {
            int known = sides.size();
            BsonDocument rendered = render(term);
            (sides.size() == known ? before : after).add(rendered);
        }
        return new Match(FilterRenderer.allOf(before), lookups, FilterRenderer.allOf(after), sides);
    }

    private BsonDocument render(Filter filter) {
        if (filter instanceof Filter.Own own) {
            return own.filter();
        }
        if (filter instanceof Filter.All all) {
            return FilterRenderer.allOf(all.terms().stream().map(this::render).toList());
        }
        if (filter instanceof Filter.Any any) {
            return FilterRenderer.anyOf(any.terms().stream().map(this::render).toList());
        }
        if (filter instanceof Filter.None none) {
            return FilterRenderer.noneOf(render(none.term()));
        }
        if (filter instanceof Filter.Element element) {
            return LinkFilters.element(element.field(), render(element.inner()));
        }
        if (filter instanceof Filter.Referrers referrers) {
            return new BsonDocument(
                    countable(referrers.link()), new BsonDocument("$size", new BsonInt32(referrers.count())));
        }
        return render(((Filter.Among) filter).join());
    }

    private BsonDocument render(SemiJoin join) {
        Answer answer = answers.apply(join);
        if (answer instanceof Answer.Values values) {
            return LinkFilters.among(join.near(), values.in());
        }
        BsonDocument farFilter = join.link().target().restricted(((Answer.Join) answer).farFilter());
        String side = side(join.link());
        return farFilter.isEmpty()
                ? new BsonDocument(side + ".0", new BsonDocument("$exists", BsonBoolean.TRUE))
                : new BsonDocument(side, new BsonDocument("$elemMatch", farFilter));
    }

    /** A side array with as many elements as there are documents of the type at the other end of a link. */
    private String countable(LinkType link) {
        String side = side(link);
        Discriminator discriminator = link.target().discriminator();
        if (link.target().isRestricted() && discriminator != null) {
            lookups.add(Joins.discriminators(side, discriminator));
        }
        return side;
    }

    private String side(LinkType link) {
        String side = SIDE + sides.size();
        if (Joins.needsGatheredKeys(link)) {
            String keys = side + "k";
            lookups.add(new BsonDocument("$addFields", new BsonDocument(keys, Joins.rootKeys(link))));
            sides.add(side);
            sides.add(keys);
            lookups.add(Joins.lookup(link, keys, side));
        } else {
            sides.add(side);
            lookups.add(Joins.lookup(link, Joins.rootField(link), side));
        }
        return side;
    }
}
