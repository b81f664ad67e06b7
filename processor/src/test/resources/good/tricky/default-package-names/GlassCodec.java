import dev.ligature.annotation.Document;

@Document
record GlassCodec(String id) {}
