// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.annotation.LinkStorage;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonValue;

/**
 * What joins do not read: the targets of links that are stored in another form than declared, and everything that is
 * fetched from those targets.
 */
final class BesideJoins implements Recorded.Beside {
    private final World world;
    private final Set<Target> targets = new HashSet<>();

    /** Adds a document, whether it exists or not. */
    private record Target(int type, Object key) {}

    BesideJoins(World world) {
        this.world = world;
        for (Model.Type type : world.model().types()) {
            for (Model.Link link : type.forwardLinks()) {
                boolean isDbRef = link.storage() == LinkStorage.DBREF;
                world.rowsOf(type.index()).stream()
                        .flatMap(row -> entries(row, link))
                        .filter(entry -> entry.isDbRef() != isDbRef)
                        .forEach(entry -> reach(link.target(), entry.id()));
            }
        }
    }

    private static Stream<Row.Entry> entries(Row row, Model.Link link) {
        return row.entries(link).stream().filter(entry -> !entry.isNull());
    }

    private void reach(int type, BsonValue id) {
        if (!targets.add(new Target(type, Values.key(id)))) {
            return;
        }
        Row row = world.find(type, id);
        if (row == null) {
            return;
        }
        for (Model.Link link : world.model().type(type).links()) {
            if (link.isBackLink()) {
                Model.Link mirror = world.model().mirror(link);
                world.rowsOf(link.target()).stream()
                        .filter(each -> entries(each, mirror).anyMatch(entry -> Values.equal(entry.id(), id)))
                        .forEach(each -> reach(link.target(), each.id()));
            } else {
                entries(row, link).forEach(entry -> reach(link.target(), entry.id()));
            }
        }
    }

    @Override
    public boolean reads(String collection, String path, BsonValue id) {
        Model.Type type = world.model().types().stream()
                .filter(each -> each.name().equals(collection))
                .findFirst()
                .orElseThrow();
        Stream<Integer> ends = path.equals("_id")
                ? Stream.of(type.index())
                : type.forwardLinks().stream()
                        .filter(link -> path.equals(link.storedName()) || path.equals(link.storedName() + ".$id"))
                        .map(Model.Link::target);
        return ends.anyMatch(target -> targets.contains(new Target(target, Values.key(id))));
    }
}
