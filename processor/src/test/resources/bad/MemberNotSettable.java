package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
class MemberNotSettable {
    ObjectId id;
    final int height = 1; // [MemberNotSettable]
    private List<String> names; // [MemberNotSettable]

    List<String> getNames() {
        return names;
    }

    @Document
    static class OtherMethods {
        ObjectId id;
        private int width; // [MemberNotSettable]
        private int depth; // [MemberNotSettable]

        int width() {
            return width;
        }

        void setWidth(long width) {
            this.width = (int) width;
        }

        int depth() {
            return depth;
        }

        void setDepth(int depth) throws java.io.IOException {
            this.depth = depth;
        }
    }
}
