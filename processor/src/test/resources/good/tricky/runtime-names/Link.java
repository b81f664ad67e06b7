package names;

import dev.ligature.annotation.Document;
import java.util.List;

@Document
record Link(
        String id,
        @dev.ligature.annotation.Link dev.ligature.link.Ref<Link> link,
        @dev.ligature.annotation.Link List<dev.ligature.link.Ref<Ref>> refs) {}
