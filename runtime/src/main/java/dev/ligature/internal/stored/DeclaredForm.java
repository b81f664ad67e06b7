package dev.ligature.internal.stored;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.internal.LinkAccess;
import dev.ligature.link.Ref;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Which stored links refer: those in the form that their link declares. Servers join and find by that form alone, so
 * what is decided here must not see more. Only a fetch along a link reads both forms.
 */
public final class DeclaredForm {
    private DeclaredForm() {}

    /** Hands out each reference that a link's value holds in the declared form. */
    public static void forEach(@Nullable Object value, Consumer<Ref<?>> referring) {
        if (value instanceof Ref<?> ref) {
            if (LinkAccess.REFS.get().isStoredAsDeclared(ref)) {
                referring.accept(ref);
            }
        } else if (value instanceof Iterable<?> refs) {
            refs.forEach(each -> forEach(each, referring)); // a stored null refers to nothing
        }
    }

    /** Hands out the id of each reference that a link's stored value holds in the declared form. */
    public static void forEachId(LinkType link, @Nullable BsonValue stored, Consumer<BsonValue> referred) {
        if (stored == null || stored.isNull()) {
            return;
        }
        if (stored.isArray()) {
            stored.asArray().forEach(each -> forEachId(link, each, referred));
            return;
        }
        boolean isDbRef = isDbRef(stored);
        if (isDbRef != (link.storage() == LinkStorage.DBREF)) {
            return;
        }
        BsonValue id = isDbRef ? stored.asDocument().get("$id") : stored;
        if (id != null && !id.isNull()) {
            referred.accept(id);
        }
    }

    /** The ids to which a stored document refers by a link in the declared form, as far as they can be read. */
    public static List<Object> readableIds(LinkType link, BsonDocument stored) {
        List<Object> ids = new ArrayList<>();
        forEachId(link, stored.get(link.storedName()), value -> {
            Object id = link.target().readId(value);
            if (id != null) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** Whether a stored value is a DBRef, or half of one, rather than an id that is a document. */
    public static boolean isDbRef(BsonValue stored) {
        if (!stored.isDocument()) {
            return false;
        }
        BsonDocument document = stored.asDocument();
        return !document.isEmpty() && document.getFirstKey().startsWith("$");
    }
}
