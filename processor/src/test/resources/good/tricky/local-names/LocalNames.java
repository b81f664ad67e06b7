package names;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;

@Document
record LocalNames(
        long id,
        java.lang.String reader,
        int writer,
        Optional<java.lang.String> extra,
        boolean field,
        boolean fieldFound,
        java.lang.String type,
        java.lang.String value,
        int index,
        Optional<java.lang.String> location,
        java.lang.String class_,
        java.lang.String e,
        java.lang.String registry,
        java.lang.String copy,
        java.lang.String R,
        java.lang.String TYPE,
        java.lang.String DOOR,
        java.lang.String localNames,
        List<java.lang.String> element,
        List<List<java.lang.Integer>> LIST,
        Part document,
        @Link Ref<LocalNames> door,
        @Link Ref<LocalNames> exists,
        @Link Optional<Ref<LocalNames>> isNull,
        @Link List<Ref<LocalNames>> isEmpty,
        @Link List<Ref<LocalNames>> linkedPath,
        @Link Optional<Ref<LocalNames>> links,
        @Link Ref<LocalNames> asc,
        @BackLink(originalField = "door") Optional<BackRef<LocalNames>> size,
        @BackLink(originalField = "door") Optional<List<BackRef<LocalNames>>> any) {

    record Part(java.lang.String reader, int writer, Optional<java.lang.String> field, java.lang.String type, Part part) {}
}
