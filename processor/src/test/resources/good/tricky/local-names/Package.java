package names;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;

@Document
class Package {
    int id;
    java.util.List<java.util.Currency> registry;

    @Link
    Ref<Class> value;

    @BackLink(originalField = "index")
    List<BackRef<Class>> clone;
}
