// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.ligature.processor.declaration.Access;
import dev.ligature.processor.declaration.DiscriminatorDeclaration;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.StructureDeclaration;
import dev.ligature.processor.declaration.StructureReader;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.TakenNames;
import dev.ligature.processor.model.ValueModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds the types that a document embeds, each once, and how they are stored. */
final class EmbeddedResolver {
    private static final List<String> FOREIGN =
            List.of("java.", "javax.", "org.bson.", "com.mongodb.", "dev.ligature.link.");

    private final Scope scope;
    private final StructureResolver structures;
    private final TakenNames allocator = new TakenNames();
    private final Map<TypeName, String> names = new HashMap<>();
    /** By the names of the types. */
    private final Map<String, StructureDeclaration> declarations = new HashMap<>();

    private final Set<TypeName> unfinished = new HashSet<>();
    private final List<EmbeddedModel> finished = new ArrayList<>();

    EmbeddedResolver(Scope scope, ValueResolver values) {
        this.scope = scope;
        this.structures = new StructureResolver(scope, values);
    }

    /** The types resolved so far, those that others need first. */
    List<EmbeddedModel> finished() {
        return finished;
    }

    /** How a record or a class among the types was written. */
    StructureDeclaration declaration(String name) {
        return Objects.requireNonNull(declarations.get(name), name);
    }

    /** Whether a type is stored member by member; others need a codec of the registry. */
    boolean isEmbeddable(DeclaredType type) {
        TypeElement element = MoreTypes.asTypeElement(type);
        if (isForeign(element) || DocumentDeclaration.isDocument(element)) {
            return false;
        }
        if (isSealedRoot(element) && type.getTypeArguments().isEmpty()) {
            return subtypes(element)
                    .filter(subtypes -> subtypes.stream().allMatch(this::isVariant))
                    .isPresent();
        }
        return isPlain(type);
    }

    /** Whether a type belongs to the platform, the driver or Ligature: it has codecs or none, but is never taken apart. */
    static boolean isForeign(TypeElement element) {
        return FOREIGN.stream().anyMatch(element.getQualifiedName().toString()::startsWith);
    }

    /** A class without members is worth storing as a subtype, since its discriminator says which one it is. */
    private boolean isVariant(DeclaredType type) {
        TypeElement element = MoreTypes.asTypeElement(type);
        return isEnum(element) || isPlain(type) || (mayBePlain(element) && isMappable(scope.structure(type)));
    }

    private static boolean isEnum(TypeElement element) {
        return element.getKind() == ElementKind.ENUM;
    }

    private boolean isPlain(DeclaredType type) {
        TypeElement element = MoreTypes.asTypeElement(type);
        if (!mayBePlain(element)) {
            return false;
        }
        if (element.getKind() == ElementKind.RECORD) {
            return true;
        }
        StructureDeclaration structure = scope.structure(type);
        return !structure.members().isEmpty() && isMappable(structure);
    }

    /** Whether objects of a type can be created. */
    private static boolean mayBePlain(TypeElement element) {
        Set<Modifier> modifiers = element.getModifiers();
        boolean isInner = element.getNestingKind() != NestingKind.TOP_LEVEL && !modifiers.contains(Modifier.STATIC);
        boolean isClass = element.getKind() == ElementKind.RECORD
                || (element.getKind() == ElementKind.CLASS && !modifiers.contains(Modifier.ABSTRACT));
        return isClass && !isForeign(element) && !isInner;
    }

    private boolean isMappable(StructureDeclaration structure) {
        return structure.members().stream()
                        .allMatch(member ->
                                member.getter() != null || member.annotations().isIgnored())
                && structures.construction(structure).isPresent();
    }

    /** The embedded type, or empty if something is wrong with it, which is then in the report. */
    Optional<ValueModel.Embedded> resolve(DeclaredType type) {
        TypeName typeName = TypeName.get(type);
        String known = names.get(typeName);
        if (known != null) {
            return Optional.of(new ValueModel.Embedded(typeName, known, unfinished.contains(typeName)));
        }
        String name = allocator.newName(suggestedName(type));
        names.put(typeName, name);
        unfinished.add(typeName);
        TypeElement element = MoreTypes.asTypeElement(type);
        Optional<? extends EmbeddedModel> model = isSealedRoot(element)
                ? union(name, element)
                : isEnum(element) ? constants(name, element) : plain(name, type, element);
        unfinished.remove(typeName);
        model.ifPresent(finished::add);
        return model.map(each -> new ValueModel.Embedded(typeName, name, false));
    }

    /** The types whose objects a value of a type may be: itself, or the subtypes of a sealed one. */
    static List<DeclaredType> instances(DeclaredType type) {
        TypeElement element = MoreTypes.asTypeElement(type);
        return isSealedRoot(element) ? subtypes(element).orElse(List.of(type)) : List.of(type);
    }

    /** An enum is sealed too if its constants have bodies. */
    private static boolean isSealedRoot(TypeElement element) {
        return element.getModifiers().contains(Modifier.SEALED) && !isEnum(element);
    }

    /** {@code PairOfStringInteger}. */
    private static String suggestedName(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED) {
            return "Array";
        }
        DeclaredType declared = (DeclaredType) type;
        StringBuilder name = new StringBuilder(declared.asElement().getSimpleName());
        if (!declared.getTypeArguments().isEmpty()) {
            name.append("Of");
            declared.getTypeArguments().forEach(argument -> name.append(suggestedName(argument)));
        }
        return name.toString();
    }

    private Optional<EmbeddedModel.Plain> plain(String name, DeclaredType type, TypeElement element) {
        StructureDeclaration structure = scope.structure(type);
        declarations.put(name, structure);
        Optional<DiscriminatorDeclaration> discriminator = structure
                .discriminator()
                .or(() -> hasSealedParent(element) ? Optional.of(ofSubtype(element)) : Optional.empty());
        return structures
                .resolveEmbedded(structure, discriminator)
                .map(model -> new EmbeddedModel.Plain(name, structure.displayName(), Access.isPublic(type), model));
    }

    private Optional<EmbeddedModel.Constants> constants(String name, TypeElement element) {
        DiscriminatorDeclaration discriminator = ofSubtype(element);
        return Optional.of(new EmbeddedModel.Constants(
                name,
                new EnumResolver(scope).values(element),
                StructureReader.displayName(element),
                Access.isPublic(element),
                discriminator.key(),
                discriminator.value()));
    }

    /** Also a subtype that is embedded by itself names its type: it may be read as the sealed type later. */
    private boolean hasSealedParent(TypeElement element) {
        return scope.types().directSupertypes(element.asType()).stream()
                .map(MoreTypes::asTypeElement)
                .anyMatch(parent -> isSealedRoot(parent) || hasSealedParent(parent));
    }

    private DiscriminatorDeclaration ofSubtype(TypeElement element) {
        return DiscriminatorDeclaration.of(element, scope.types(), scope.elements());
    }

    private Optional<EmbeddedModel.Union> union(String name, TypeElement root) {
        UnionRules rules = new UnionRules(scope, root);
        List<EmbeddedModel.Subtype> resolved = new ArrayList<>();
        for (DeclaredType subtype : subtypes(root).orElseThrow()) {
            TypeElement element = MoreTypes.asTypeElement(subtype);
            DiscriminatorDeclaration discriminator = ofSubtype(element);
            rules.check(element, discriminator);
            resolve(subtype).ifPresent(value -> resolved.add(new EmbeddedModel.Subtype(discriminator.value(), value)));
        }
        return rules.key()
                .map(key -> new EmbeddedModel.Union(
                        name,
                        ClassName.get(root),
                        StructureReader.displayName(root),
                        Access.isPublic(root),
                        key,
                        resolved));
    }

    /**
     * The subtypes that have instances: those that extend others first, the others by their names, because compilers
     * have orders of their own if {@code permits} is left out. Empty if one of them is generic, or sealed and not
     * abstract: those are left to the registry.
     */
    private static Optional<List<DeclaredType>> subtypes(TypeElement sealed) {
        List<DeclaredType> found = new ArrayList<>();
        for (TypeMirror permitted : sealed.getPermittedSubclasses()) {
            if (permitted.getKind() == TypeKind.ERROR) {
                throw new UnresolvedTypeException();
            }
            TypeElement element = MoreTypes.asTypeElement(permitted);
            if (!element.getTypeParameters().isEmpty()) {
                return Optional.empty();
            }
            if (isSealedRoot(element)) {
                Optional<List<DeclaredType>> nested = subtypes(element);
                if (nested.isEmpty()) {
                    return Optional.empty();
                }
                found.addAll(nested.get());
            } else {
                found.add(MoreTypes.asDeclared(element.asType()));
            }
        }
        boolean isConcrete =
                sealed.getKind() == ElementKind.CLASS && !sealed.getModifiers().contains(Modifier.ABSTRACT);
        return isConcrete
                ? Optional.empty()
                : Optional.of(found.stream()
                        .distinct()
                        .sorted(Comparator.comparing(EmbeddedResolver::superclasses)
                                .reversed()
                                .thenComparing(subtype -> ClassName.get(MoreTypes.asTypeElement(subtype))))
                        .toList());
    }

    private static int superclasses(DeclaredType type) {
        TypeMirror parent = MoreTypes.asTypeElement(type).getSuperclass();
        return parent.getKind() == TypeKind.DECLARED ? 1 + superclasses(MoreTypes.asDeclared(parent)) : 0;
    }
}
