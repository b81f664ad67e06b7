package names;

import dev.ligature.annotation.Document;
import java.util.List;
import org.bson.types.ObjectId;

/** Named as the codec of what it embeds, beside types named as the paths of that. */
@Document
public record AddressCodec(ObjectId id, Address address, AddressPath path, List<AddressPath.Inner> list, Pair<Address> pair) {
    public record Address(String street) {}

    public record AddressPath(String way, Inner InnerPath) {
        public record Inner(int size) {}
    }

    public record Pair<A>(A first, A second) {}

    public record PairOfAddressPath(int size) {}
}
