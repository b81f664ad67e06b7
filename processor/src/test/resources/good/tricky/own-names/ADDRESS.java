package names;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;

@Document
public record ADDRESS(String id, Address address, @Link Ref<AddressCodec> ADDRESS_CODEC) {
    public record Address(String street) {}
}
