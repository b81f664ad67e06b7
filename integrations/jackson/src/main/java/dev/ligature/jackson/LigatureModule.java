// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.Objects;
import org.bson.types.ObjectId;
import tools.jackson.core.Version;
import tools.jackson.core.util.VersionUtil;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleKeyDeserializers;
import tools.jackson.databind.module.SimpleSerializers;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * Writes and reads documents, references and {@code ObjectId}s as JSON.
 *
 * <pre>{@code
 * JsonMapper mapper = JsonMapper.builder()
 *         .addModule(new LigatureModule().withRefs(RefFormat.DOCUMENT))
 *         .build();
 * }</pre>
 *
 * <p>A {@link Ref} is written as the {@link RefFormat} of the module says. {@link JsonRef} overrides it for a property
 * or a class. A {@code Ref} is read from an id or from a document, whatever the format. An id gives {@link Ref#to}, a
 * document gives {@link Ref#of}, and an object with an id and nothing else gives a reference to that id. An
 * {@code ObjectId} is a string of 24 hexadecimal digits. A value that cannot be an id fails with an
 * {@link InvalidIdException}, which knows the member.
 *
 * <p>A {@link BackRef} is written like a {@code Ref}, except that a property is left out if it was not fetched. What
 * JSON says about back references is not read, because they are stored at their other end.
 *
 * <p>Immutable. {@code JsonMapper.builder().findAndAddModules()} finds the module with its defaults. If you give the
 * mapper another one, the last one counts.
 */
public final class LigatureModule extends JacksonModule {
    private static final int DEFAULT_DEPTH = 3;

    private final RefFormat refs;
    private final int depth;

    /** Creates a module that writes references as ids. */
    public LigatureModule() {
        this(RefFormat.ID, DEFAULT_DEPTH);
    }

    private LigatureModule(RefFormat refs, int depth) {
        this.refs = refs;
        this.depth = depth;
    }

    /** Returns the same module with the given format of references. */
    public LigatureModule withRefs(RefFormat format) {
        return new LigatureModule(Objects.requireNonNull(format, "format"), depth);
    }

    /**
     * Returns the same module with the given depth: to how many levels references are written as documents within
     * documents. By default it is 3, as many as a fetch follows. Deeper references are written as ids. Documents that
     * all link to one another have as many paths as there are orders of them, and the depth keeps their JSON from
     * growing without bound.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public LigatureModule withDepth(int levels) {
        if (levels < 0) {
            throw new IllegalArgumentException("levels: " + levels + " is negative");
        }
        return new LigatureModule(refs, levels);
    }

    @Override
    public String getModuleName() {
        return "ligature";
    }

    @Override
    public Version version() {
        String version = LigatureModule.class.getPackage().getImplementationVersion();
        return VersionUtil.parseVersion(version, "dev.ligature", "ligature-jackson");
    }

    @Override
    public void setupModule(SetupContext context) {
        ReferenceSerializer references = new ReferenceSerializer(refs, depth);
        SimpleSerializers serializers = new SimpleSerializers();
        serializers.addSerializer(ObjectId.class, new ToStringSerializer(ObjectId.class));
        serializers.addSerializer(Ref.class, references);
        serializers.addSerializer(BackRef.class, references);
        context.addSerializers(serializers);
        context.addSerializerModifier(new BackLinkModifier());
        context.addDeserializers(new LinkDeserializers());
        context.addKeyDeserializers(
                new SimpleKeyDeserializers().addDeserializer(ObjectId.class, new ObjectIdKeyDeserializer()));
    }
}
