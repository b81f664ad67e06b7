/** References and documents as JSON, with Jackson 3. */
module dev.ligature.jackson {
    requires transitive dev.ligature;
    requires transitive tools.jackson.databind;
    requires static transitive org.jspecify;

    exports dev.ligature.jackson;

    provides tools.jackson.databind.JacksonModule with
            dev.ligature.jackson.LigatureModule;
}
