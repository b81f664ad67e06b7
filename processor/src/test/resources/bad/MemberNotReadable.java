package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
class MemberNotReadable {
    ObjectId id;
    private String name; // [MemberNotReadable]

    void setName(String name) {
        this.name = name;
    }

    @Document
    static class OtherType {
        private final ObjectId id;
        private final String name; // [MemberNotReadable]

        OtherType(ObjectId id, String name) {
            this.id = id;
            this.name = name;
        }

        ObjectId id() {
            return id;
        }

        Object getName() {
            return name;
        }
    }

    @Document
    static class Throwing {
        ObjectId id;
        private String name; // [MemberNotReadable]
        private boolean open; // [MemberNotReadable]
        private int height; // [MemberNotReadable]

        String getName() throws java.io.IOException {
            return name;
        }

        void setName(String name) {
            this.name = name;
        }

        private boolean isOpen() {
            return open;
        }

        void setOpen(boolean open) {
            this.open = open && !isOpen();
        }

        static int getHeight() {
            return 1;
        }

        void setHeight(int height) {
            this.height = height;
        }
    }
}
