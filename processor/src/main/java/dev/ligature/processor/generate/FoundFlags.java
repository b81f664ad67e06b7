package dev.ligature.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import dev.ligature.processor.model.MemberModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Remembers which fields were there, for members whose locals do not tell: primitives, and those that keep what the constructor
 * gave them. A few have a boolean each. Many share the bits of a {@code long}, since the JVM's compiler does badly by a loop
 * that carries dozens of booleans: a document of fifty fields is read in four fifths of the time without them.
 */
final class FoundFlags {
    private static final int MOST_BOOLEANS = 8;

    private final List<MemberModel.Stored> members;
    private final List<String> names = new ArrayList<>();

    FoundFlags(List<MemberModel.Stored> members, NameAllocator allocator) {
        this.members = List.copyOf(members);
        if (areBits()) {
            for (int i = 0; i < members.size(); i += Long.SIZE) {
                names.add(allocator.newName("found"));
            }
        } else {
            members.forEach(member -> names.add(allocator.newName(member.name() + "Found")));
        }
    }

    private boolean areBits() {
        return members.size() > MOST_BOOLEANS;
    }

    boolean has(MemberModel member) {
        return members.contains(member);
    }

    /** To be placed with the local of a member that has a flag. */
    CodeBlock declare(MemberModel member) {
        int index = members.indexOf(member);
        if (!areBits()) {
            return CodeBlock.of("boolean $N = false;\n", names.get(index));
        }
        return index % Long.SIZE != 0
                ? CodeBlock.of("")
                : CodeBlock.of("long $N = 0; // one bit for each field that must be found\n", word(index));
    }

    CodeBlock set(MemberModel member) {
        int index = members.indexOf(member);
        return areBits()
                ? CodeBlock.of("$N |= 1L << $L", word(index), index % Long.SIZE)
                : CodeBlock.of("$N = true", names.get(index));
    }

    /** The condition, to stand alone between parentheses or commas. */
    CodeBlock isSet(MemberModel member) {
        int index = members.indexOf(member);
        return areBits()
                ? CodeBlock.of("($N & 1L << $L) != 0", word(index), index % Long.SIZE)
                : CodeBlock.of("$N", names.get(index));
    }

    private String word(int index) {
        return names.get(index / Long.SIZE);
    }
}
