package names;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.Optional;

@Document
class Class {
    java.util.UUID id;
    java.lang.String reader;
    Optional<java.lang.String> writer;
    java.lang.Integer document;
    java.lang.String class_;
    java.lang.String field;
    java.lang.String extra;

    @Link
    Optional<Ref<Package>> index;

    @BackLink(originalField = "value")
    BackRef<Package> value;
}
