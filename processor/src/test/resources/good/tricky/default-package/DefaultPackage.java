import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import org.bson.types.ObjectId;

@Document
public record DefaultPackage(
        ObjectId id,
        Part part,
        @Link Ref<DefaultPackage> self,
        @BackLink(originalField = "self") List<BackRef<DefaultPackage>> back) {
    public record Part(String name) {}
}
