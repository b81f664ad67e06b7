package dev.ligature.spi;

import dev.ligature.DocumentReadException;
import dev.ligature.internal.DeclaredForm;
import org.bson.BsonDocument;

/** A document that cannot be read, at the other end of a link: an error to whoever follows that link, and to nobody else. */
final class DamagedFragment extends Fragment {
    private final DocumentReadException failure;

    DamagedFragment(ProjectionNode node, BsonDocument stored, DocumentReadException failure) {
        super(
                node,
                failure.id().orElse(null),
                node.links().stream()
                        .map(link -> DeclaredForm.readableIds(link, stored)) // by one of which it was found
                        .toList());
        this.failure = failure;
    }

    @Override
    public DocumentReadException failure() {
        return failure;
    }
}
