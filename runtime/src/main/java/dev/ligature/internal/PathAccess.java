package dev.ligature.internal;

import dev.ligature.internal.predicate.Assignment;
import dev.ligature.internal.predicate.Order;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.path.Condition;
import dev.ligature.path.Path;
import dev.ligature.path.Sort;
import dev.ligature.path.Update;
import dev.ligature.spi.Location;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The way from the values that users hold to what they say; see {@link LinkAccess}. */
public abstract class PathAccess {
    private static volatile @Nullable PathAccess instance;

    protected PathAccess() {}

    public static void set(PathAccess access) {
        instance = access;
    }

    public static PathAccess get() {
        if (instance == null) {
            LinkAccess.initialize(Condition.class);
        }
        return Objects.requireNonNull(instance);
    }

    public abstract Predicate predicate(Condition<?> condition);

    public abstract Order order(Sort<?> sort);

    public abstract Assignment assignment(Update<?> update);

    public abstract <R> Location<R> location(Path<R> path);
}
