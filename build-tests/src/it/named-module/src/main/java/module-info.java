module com.example {
    requires transitive dev.ligature;

    exports com.example;
}
