/** References and documents as JSON, with Jackson 2. */
@SuppressWarnings("module") // The digit is no version of ours: it is what the library is called.
module dev.ligature.jackson2 {
    requires transitive dev.ligature;
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires static transitive org.jspecify;

    exports dev.ligature.jackson2;

    provides com.fasterxml.jackson.databind.Module with
            dev.ligature.jackson2.LigatureModule;
}
