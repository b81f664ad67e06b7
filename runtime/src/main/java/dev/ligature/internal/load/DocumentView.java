// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.internal.plan.FetchNode;
import dev.ligature.query.MissingTargets;
import dev.ligature.spi.DocumentType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documents, with what is fetched. */
final class DocumentView<T> implements View<T> {
    private final DocumentCodecs codecs;
    private final DocumentType<?> type;
    private final MissingTargets missing;

    DocumentView(DocumentCodecs codecs, DocumentType<?> type, MissingTargets missing) {
        this.codecs = codecs;
        this.type = type;
        this.missing = missing;
    }

    @Override
    public Shape root() {
        return codecs.shape(type);
    }

    @Override
    public Shape shape(FetchNode node) {
        return codecs.shape(node.type());
    }

    @Override
    public Graph graph(Root root, FetchNode fetch, List<? extends FetchNode.@Nullable Edge> sides) {
        return new DocumentGraph(this, codecs, root, fetch, sides, missing);
    }

    @Override
    @SuppressWarnings("unchecked") // roots are documents of the query's type
    public T result(Object root) {
        return (T) root;
    }

    @Override
    public String shownAs() {
        return "";
    }
}
