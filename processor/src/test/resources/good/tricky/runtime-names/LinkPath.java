package names;

import dev.ligature.annotation.Document;
import dev.ligature.link.Ref;
import java.util.List;

@Document
record LinkPath(
        String id,
        Link link,
        @dev.ligature.annotation.Link Ref<LinkPath> next,
        @dev.ligature.annotation.Link List<Ref<names.Link>> links) {
    record Link(String href) {}
}
