package dev.ligature.it.differential;

import dev.ligature.repository.FetchStrategy;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server answers wrongly itself, whoever asks; such cases are left to the other server, and counted. */
final class Limits {
    private final boolean isEmbedded;
    private final Map<Limit, Integer> leftOut = new EnumMap<>(Limit.class);

    Limits(boolean isEmbedded) {
        this.isEmbedded = isEmbedded;
    }

    /** A fault of a server. */
    enum Limit {
        EMBEDDED_SORT_THROUGH_NOTHING("the embedded server takes two empty arrays in a sort's path for different"),
        EMBEDDED_VARIABLES_WITH_DBREFS("the embedded server takes a DBRef within a variable for an expression");

        private final String reason;

        Limit(String reason) {
            this.reason = reason;
        }
    }

    /** Whether the server can answer a query; counts those that it cannot. */
    boolean allow(World world, Query query) {
        Limit limit = limit(world, query);
        if (limit != null) {
            leftOut.merge(limit, 1, Integer::sum);
        }
        return limit == null;
    }

    private @Nullable Limit limit(World world, Query query) {
        if (isEmbedded && new Reference(world).sortsThroughNothing(query)) {
            return Limit.EMBEDDED_SORT_THROUGH_NOTHING;
        }
        if (isEmbedded
                && query.strategy() == FetchStrategy.LOOKUP
                && Levels.of(query.fetch())
                        .joinsListsBesideDbRefs(world.model(), world.model().type(query.root()))) {
            return Limit.EMBEDDED_VARIABLES_WITH_DBREFS;
        }
        return null;
    }

    /** How many cases were left out, and why. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        leftOut.forEach((limit, cases) -> text.append(cases)
                .append(" cases left out: ")
                .append(limit.reason)
                .append(System.lineSeparator()));
        return text.toString();
    }
}
