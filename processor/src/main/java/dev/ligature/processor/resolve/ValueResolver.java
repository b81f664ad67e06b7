// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.ligature.processor.declaration.ConverterDeclaration;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.declaration.StructureReader;
import dev.ligature.processor.model.ScalarKind;
import dev.ligature.processor.model.ValueModel;
import dev.ligature.processor.model.ValueModel.Container;
import dev.ligature.processor.validate.Message;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds out how the values of a type are stored. */
final class ValueResolver {
    private static final Map<TypeName, ScalarKind> SCALARS =
            Arrays.stream(ScalarKind.values()).collect(Collectors.toMap(ScalarKind::type, Function.identity()));
    private static final Map<String, Container> CONTAINERS = Map.of(
            "java.util.List", Container.LIST,
            "java.util.Collection", Container.COLLECTION,
            "java.util.Set", Container.SET);

    /** Nobody writes type arguments as deep as this; only types that grow without end come here. */
    private static final int DEEPEST_NESTING = 16;

    private final Scope scope;
    private final EnumResolver enums;
    private final ConverterResolver converters;
    private final EmbeddedResolver embedded;
    /** The generic types whose arguments were found to grow. */
    private final Set<Name> growing = new HashSet<>();

    ValueResolver(Scope scope) {
        this.scope = scope;
        this.enums = new EnumResolver(scope);
        this.converters = new ConverterResolver(scope.types(), scope.report());
        this.embedded = new EmbeddedResolver(scope, this);
    }

    EmbeddedResolver embedded() {
        return embedded;
    }

    /** How a member's values are stored; empty if they cannot be, which is then in the report. */
    Optional<ValueModel> resolve(TypeMirror type, MemberDeclaration member) {
        return member.annotations().convert().isPresent()
                ? converters
                        .of(member, scope.access())
                        .filter(converter -> converters.checkType(type, member, converter))
                        .flatMap(converter -> resolve(type, member, converter))
                : resolve(type, member, null);
    }

    /** @param converter turns values of its type into others, wherever they are; null for none */
    private Optional<ValueModel> resolve(
            TypeMirror type, MemberDeclaration member, @Nullable ConverterDeclaration converter) {
        if (converter != null && converters.isOf(type, converter)) {
            return converted(member, converter);
        }
        if (type.getKind().isPrimitive()) {
            return scalar(type);
        }
        return switch (type.getKind()) {
            case ARRAY -> array((ArrayType) type, member, converter);
            case DECLARED -> declared(MoreTypes.asDeclared(type), member, converter);
            case ERROR -> throw new UnresolvedTypeException();
            case WILDCARD, TYPEVAR -> refused(member, Message.VALUE_WILDCARD, member.displayName(), member.type());
            default -> refused(member, Message.VALUE_TYPE_UNSUPPORTED, member.displayName(), type);
        };
    }

    /** The kind of a type for which the runtime has a codec; primitives too. */
    static Optional<ScalarKind> scalarKind(TypeMirror type) {
        return Optional.ofNullable(SCALARS.get(TypeName.get(type).box()));
    }

    /** Whether the values of a type, or the ones within an {@code Optional} of it, are stored as arrays. */
    static boolean isList(TypeMirror type) {
        if (type.getKind() == TypeKind.ARRAY) {
            return ((ArrayType) type).getComponentType().getKind() != TypeKind.BYTE;
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return false;
        }
        String name = MoreTypes.asTypeElement(type).getQualifiedName().toString();
        List<? extends TypeMirror> arguments = MoreTypes.asDeclared(type).getTypeArguments();
        return CONTAINERS.containsKey(name)
                || (name.equals("java.util.Optional") && !arguments.isEmpty() && isList(arguments.get(0)));
    }

    private Optional<ValueModel> converted(MemberDeclaration member, ConverterDeclaration converter) {
        if (converter.value().getKind() == TypeKind.DECLARED
                && !scope.access().toType(MoreTypes.asTypeElement(converter.value()))) {
            return refused(
                    member,
                    Message.VALUE_NOT_ACCESSIBLE,
                    member.displayName(),
                    StructureReader.displayName(MoreTypes.asTypeElement(converter.value())));
        }
        return resolve(converter.stored(), member, null)
                .map(stored -> new ValueModel.Converted(
                        TypeName.get(converter.value()),
                        ClassName.get(converter.element()),
                        converter.isPublic(),
                        stored));
    }

    private static Optional<ValueModel> scalar(TypeMirror type) {
        return scalarKind(type).map(ValueModel.Scalar::new);
    }

    private Optional<ValueModel> array(
            ArrayType type, MemberDeclaration member, @Nullable ConverterDeclaration converter) {
        TypeMirror component = type.getComponentType();
        if (component.getKind() == TypeKind.BYTE) {
            return Optional.of(new ValueModel.Scalar(ScalarKind.BYTES));
        }
        if (component.getKind().isPrimitive()) {
            return scalarKind(component).map(ValueModel.PrimitiveArray::new);
        }
        if (!scope.types().isSameType(component, scope.types().erasure(component))) {
            return refused(member, Message.VALUE_TYPE_UNSUPPORTED, member.displayName(), type);
        }
        return resolve(component, member, converter)
                .map(element -> new ValueModel.ObjectArray(ArrayTypeName.of(element.type()), element));
    }

    private Optional<ValueModel> declared(
            DeclaredType type, MemberDeclaration member, @Nullable ConverterDeclaration converter) {
        TypeElement element = MoreTypes.asTypeElement(type);
        String name = element.getQualifiedName().toString();
        if (!scope.access().toType(element)) {
            return refused(
                    member, Message.VALUE_NOT_ACCESSIBLE, member.displayName(), StructureReader.displayName(element));
        }
        if (type.getTypeArguments().size() < element.getTypeParameters().size()) {
            return refused(member, Message.VALUE_RAW, member.displayName(), element.getSimpleName());
        }
        if (name.equals("java.util.Optional")) {
            return refused(member, Message.VALUE_OPTIONAL, member.displayName(), member.type());
        }
        Container container = CONTAINERS.get(name);
        if (container != null) {
            return resolve(type.getTypeArguments().get(0), member, converter)
                    .map(each -> new ValueModel.Elements(parameterized(element, each.type()), container, each));
        }
        if (name.equals("java.util.Map")) {
            return map(type, element, member, converter);
        }
        if (element.getKind() == ElementKind.ENUM) {
            return Optional.of(enums.values(element));
        }
        return scalar(type).or(() -> other(type, element, member));
    }

    private Optional<ValueModel> map(
            DeclaredType type,
            TypeElement element,
            MemberDeclaration member,
            @Nullable ConverterDeclaration converter) {
        TypeMirror key = type.getTypeArguments().get(0);
        TypeMirror value = type.getTypeArguments().get(1);
        if (isEnum(key)) {
            return enumKeys(MoreTypes.asTypeElement(key), member).flatMap(keys -> resolve(value, member, converter)
                    .map(each -> new ValueModel.MapOf(parameterized(element, keys.type(), each.type()), keys, each)));
        }
        if (!TypeName.get(key).equals(ScalarKind.STRING.type())) {
            return refused(member, Message.MAP_KEY_NOT_STRING, member.displayName(), key, value);
        }
        return resolve(value, member, converter)
                .map(each -> new ValueModel.MapOf(
                        parameterized(element, ScalarKind.STRING.type(), each.type()), null, each));
    }

    private static boolean isEnum(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && MoreTypes.asTypeElement(type).getKind() == ElementKind.ENUM;
    }

    private Optional<ValueModel.Enumeration> enumKeys(TypeElement key, MemberDeclaration member) {
        if (!scope.access().toType(key)) {
            scope.report()
                    .add(
                            member.position(),
                            Message.VALUE_NOT_ACCESSIBLE,
                            member.displayName(),
                            StructureReader.displayName(key));
            return Optional.empty();
        }
        return Optional.of(enums.keys(key, member));
    }

    private static TypeName parameterized(TypeElement element, TypeName... arguments) {
        return ParameterizedTypeName.get(ClassName.get(element), arguments);
    }

    private Optional<ValueModel> other(DeclaredType type, TypeElement element, MemberDeclaration member) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        if (arguments.stream().anyMatch(each -> each.getKind() == TypeKind.WILDCARD)) {
            return refused(member, Message.VALUE_WILDCARD, member.displayName(), member.type());
        }
        if (DocumentDeclaration.isDocument(element)) {
            return refused(
                    member,
                    Message.DOCUMENT_EMBEDDED,
                    member.displayName(),
                    type,
                    linkTo(element, member.type()),
                    type);
        }
        if (grows(type, element)) {
            return growing.add(element.getQualifiedName())
                    ? refused(
                            member,
                            Message.VALUE_TYPE_GROWS,
                            member.displayName(),
                            element.getSimpleName(),
                            element.getSimpleName())
                    : Optional.empty();
        }
        if (embedded.isEmbeddable(type)) {
            return embedded.resolve(type).map(each -> each);
        }
        if (!arguments.isEmpty()) {
            return refused(member, Message.VALUE_TYPE_UNSUPPORTED, member.displayName(), type);
        }
        new Shortfall(scope, type).reason().ifPresent(reason -> scope.report()
                .add(member.position(), Message.VALUE_LEFT_TO_REGISTRY, member.displayName(), type, reason));
        return Optional.of(new ValueModel.Registered(ClassName.get(element), member.displayName()));
    }

    /** The link that a member may have been meant to be: {@code List<Ref<Door>>} for a list or set of doors. */
    private static String linkTo(TypeElement document, TypeMirror type) {
        String ref = "Ref<" + document.getSimpleName() + ">";
        if (type.getKind() != TypeKind.DECLARED) {
            return type.getKind() == TypeKind.ARRAY ? "List<" + ref + ">" : ref;
        }
        String container = MoreTypes.asTypeElement(type).getQualifiedName().toString();
        if (container.equals("java.util.Optional")) {
            return "Optional<"
                    + linkTo(
                            document,
                            MoreTypes.asDeclared(type).getTypeArguments().get(0)) + ">";
        }
        return CONTAINERS.containsKey(container) ? "List<" + ref + ">" : ref;
    }

    /** Whether there is no end of types that a type embeds: the arguments of the last ones are nested ever deeper. */
    private boolean grows(DeclaredType type, TypeElement element) {
        return growing.contains(element.getQualifiedName()) || nesting(type) > DEEPEST_NESTING;
    }

    private static int nesting(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                ? 1
                        + MoreTypes.asDeclared(type).getTypeArguments().stream()
                                .mapToInt(ValueResolver::nesting)
                                .max()
                                .orElse(0)
                : 0;
    }

    private Optional<ValueModel> refused(MemberDeclaration member, Message message, Object... arguments) {
        scope.report().add(member.position(), message, arguments);
        return Optional.empty();
    }
}
