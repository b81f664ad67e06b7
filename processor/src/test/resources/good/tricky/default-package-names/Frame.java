import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;

/** A type of the default package cannot be named in full, so nothing that is generated may have its name. */
@Document
record Frame(String id, Pane pane, PaneCodec paneCodec, PanePath panePath, R r, @Link Ref<GlassCodec> glass) {
    record R(int n) {}
}
