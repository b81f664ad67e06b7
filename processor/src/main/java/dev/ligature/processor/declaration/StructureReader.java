// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import dev.ligature.processor.model.Accessor;
import dev.ligature.processor.model.Capitals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads the members and constructors of one type, as code in one package sees them. */
public final class StructureReader {
    /** {@code isOpen}: its setter may be {@code setOpen}. */
    private static final Pattern QUESTION = Pattern.compile("is[^a-z].*");

    private final Types types;
    private final Elements elements;
    private final Access access;
    private final DeclaredType type;
    private final TypeElement element;
    private final String displayName;
    /** The sealed documents above the type. */
    private final List<TypeElement> ancestors;

    private final Map<String, List<ExecutableElement>> methods;

    private StructureReader(Types types, Elements elements, Access access, DeclaredType type) {
        this.types = types;
        this.elements = elements;
        this.access = access;
        this.type = type;
        this.element = MoreTypes.asTypeElement(type);
        this.displayName = displayName(element);
        this.ancestors = DocumentHierarchy.ancestors(element);
        this.methods = ElementFilter.methodsIn(elements.getAllMembers(element)).stream()
                .filter(method -> !Access.isStatic(method) && isCallable(method))
                .collect(Collectors.groupingBy(method -> method.getSimpleName().toString()));
    }

    public static StructureDeclaration read(Types types, Elements elements, Access access, DeclaredType type) {
        return new StructureReader(types, elements, access, type).read();
    }

    /** Whether Ligature generated a type. */
    public static boolean isGenerated(TypeElement type) {
        return Annotations.find(type, Annotations.GENERATED).isPresent();
    }

    /** {@code House.Address}. */
    public static String displayName(TypeElement type) {
        return String.join(".", ClassName.get(type).simpleNames());
    }

    private StructureDeclaration read() {
        boolean isRecord = element.getKind() == ElementKind.RECORD;
        List<MemberDeclaration> members = fields(element).map(this::member).toList();
        return new StructureDeclaration(
                type,
                element,
                displayName,
                isRecord,
                members,
                isRecord ? creatorsOfRecord() : creators(),
                DocumentHierarchy.roots(element).isEmpty()
                        ? DiscriminatorDeclaration.declared(element, types, elements)
                        : Optional.of(DiscriminatorDeclaration.of(element, types, elements)),
                Misplaced.in(element, getters(members)),
                awaitsLombok(element));
    }

    private boolean awaitsLombok(TypeElement owner) {
        TypeMirror parent = owner.getSuperclass();
        return new Lombok(types, elements).isAwaitedBy(owner)
                || (parent.getKind() == TypeKind.DECLARED && awaitsLombok(MoreTypes.asTypeElement(parent)));
    }

    /** The names of the methods whose annotations are read as the members'. */
    private Set<String> getters(List<MemberDeclaration> members) {
        return members.stream()
                .flatMap(member -> getter(member.name(), member.type()).stream())
                .map(method -> method.getSimpleName().toString())
                .collect(Collectors.toSet());
    }

    /** The fields that may be members, those of superclasses first. */
    private Stream<VariableElement> fields(TypeElement owner) {
        TypeMirror parent = owner.getSuperclass();
        Stream<VariableElement> inherited =
                parent.getKind() == TypeKind.DECLARED ? fields(MoreTypes.asTypeElement(parent)) : Stream.empty();
        Stream<VariableElement> own = ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
                .filter(field ->
                        !Access.isStatic(field) && !field.getModifiers().contains(Modifier.TRANSIENT));
        return Stream.concat(inherited, owner.getKind() == ElementKind.RECORD ? inOrder(own, owner) : own);
    }

    /** A record's fields in the order of its components; compilers list them in an order of their own. */
    private static Stream<VariableElement> inOrder(Stream<VariableElement> fields, TypeElement owner) {
        List<Name> components = owner.getRecordComponents().stream()
                .map(RecordComponentElement::getSimpleName)
                .toList();
        return fields.sorted(Comparator.comparingInt(field -> components.indexOf(field.getSimpleName())));
    }

    private MemberDeclaration member(VariableElement field) {
        String name = field.getSimpleName().toString();
        TypeMirror memberType = types.asMemberOf(type, field);
        Optional<ExecutableElement> getter = getter(name, memberType);
        Optional<ExecutableElement> setter = setter(name, memberType);
        boolean isRecord = element.getKind() == ElementKind.RECORD;
        boolean isVisible = access.toMember(field) && !isRecord && !Lombok.makesPrivate(field);
        boolean isAssignable = isVisible && !field.getModifiers().contains(Modifier.FINAL) && !Lombok.makesFinal(field);
        boolean isLombok = Lombok.makesGetter(field);
        List<Element> annotated = new ArrayList<>(List.of(field));
        getter.ifPresent(annotated::add);
        if (isRecord) {
            component(name).ifPresent(annotated::add);
        }
        getter.ifPresent(method -> annotated.addAll(
                DocumentHierarchy.declarations(ancestors, method.getSimpleName().toString())));
        return new MemberDeclaration(
                displayName(MoreElements.asType(field.getEnclosingElement())),
                name,
                memberType,
                field,
                annotated,
                MemberAnnotations.of(annotated, memberType),
                accessor(field, isVisible, isLombok, getter),
                accessor(field, isAssignable, isLombok, setter),
                annotated.stream().anyMatch(elements::isDeprecated));
    }

    /** Whether generated code may call a method or constructor without handling checked exceptions. */
    private boolean isCallable(ExecutableElement executable) {
        return access.toMember(executable)
                && executable.getThrownTypes().stream().noneMatch(this::isChecked);
    }

    private boolean isChecked(TypeMirror thrown) {
        return Stream.of("java.lang.RuntimeException", "java.lang.Error")
                .map(name -> elements.getTypeElement(name).asType())
                .noneMatch(unchecked -> types.isSubtype(thrown, unchecked));
    }

    private static @Nullable Accessor accessor(
            VariableElement field, boolean isUsable, boolean isMethodPreferred, Optional<ExecutableElement> method) {
        return isUsable && !(isMethodPreferred && method.isPresent())
                ? Accessor.field(field.getSimpleName().toString())
                : method.map(each -> Accessor.method(each.getSimpleName().toString()))
                        .orElse(null);
    }

    private Optional<? extends Element> component(String name) {
        return element.getRecordComponents().stream()
                .filter(component -> component.getSimpleName().contentEquals(name))
                .findFirst();
    }

    private Optional<ExecutableElement> getter(String name, TypeMirror memberType) {
        return Stream.of(name, "get" + Capitals.capitalized(name), "is" + Capitals.capitalized(name))
                .flatMap(candidate -> methods.getOrDefault(candidate, List.of()).stream())
                .filter(method -> method.getParameters().isEmpty()
                        && types.isSameType(signature(method).getReturnType(), memberType))
                .findFirst();
    }

    private Optional<ExecutableElement> setter(String name, TypeMirror memberType) {
        boolean isQuestion = memberType.getKind() == TypeKind.BOOLEAN
                && QUESTION.matcher(name).matches();
        return Stream.of("set" + Capitals.capitalized(name), name, isQuestion ? "set" + name.substring(2) : name)
                .distinct()
                .flatMap(candidate -> methods.getOrDefault(candidate, List.of()).stream())
                .filter(method -> method.getParameters().size() == 1
                        && types.isSameType(
                                signature(method).getParameterTypes().get(0), memberType))
                .findFirst();
    }

    private ExecutableType signature(ExecutableElement method) {
        return MoreTypes.asExecutable(types.asMemberOf(type, method));
    }

    /** The canonical constructor, or what the annotation names instead. */
    private List<CreatorDeclaration> creatorsOfRecord() {
        CreatorDeclaration canonical = canonical();
        List<CreatorDeclaration> annotated =
                creators().stream().filter(CreatorDeclaration::isAnnotated).toList();
        boolean isCanonical =
                annotated.stream().allMatch(each -> each.position().equals(canonical.position()));
        return isCanonical ? List.of(canonical) : annotated;
    }

    /** The canonical constructor of a record: its parameters are the components, whatever it looks like in the source. */
    private CreatorDeclaration canonical() {
        List<CreatorDeclaration.Parameter> parameters = element.getRecordComponents().stream()
                .map(component -> new CreatorDeclaration.Parameter(
                        component.getSimpleName().toString(),
                        types.asMemberOf(type, component.getAccessor()) instanceof ExecutableType accessor
                                ? accessor.getReturnType()
                                : component.asType(),
                        Optional.empty(),
                        false))
                .toList();
        ExecutableElement constructor = ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
                .filter(each -> isCanonical(each, parameters.size()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(element + " has no canonical constructor"));
        return new CreatorDeclaration(
                constructor,
                null,
                true,
                access.toMember(constructor),
                elements.isDeprecated(constructor),
                null,
                parameters);
    }

    private boolean isCanonical(ExecutableElement constructor, int components) {
        if (constructor.getParameters().size() != components) {
            return false;
        }
        for (int i = 0; i < components; i++) {
            if (!types.isSameType(
                    types.erasure(constructor.getParameters().get(i).asType()),
                    types.erasure(element.getRecordComponents().get(i).asType()))) {
                return false;
            }
        }
        return true;
    }

    private List<CreatorDeclaration> creators() {
        Stream<ExecutableElement> factories = ElementFilter.methodsIn(element.getEnclosedElements()).stream()
                .filter(method -> Access.isStatic(method)
                        && Annotations.find(method, Annotations.BSON_CREATOR).isPresent());
        return Stream.concat(ElementFilter.constructorsIn(element.getEnclosedElements()).stream(), factories)
                .map(this::creator)
                .toList();
    }

    private CreatorDeclaration creator(ExecutableElement executable) {
        List<CreatorDeclaration.Parameter> parameters = new ArrayList<>();
        List<? extends TypeMirror> parameterTypes = Access.isStatic(executable)
                ? MoreTypes.asExecutable(executable.asType()).getParameterTypes()
                : signature(executable).getParameterTypes();
        for (int i = 0; i < parameterTypes.size(); i++) {
            VariableElement parameter = executable.getParameters().get(i);
            parameters.add(new CreatorDeclaration.Parameter(
                    parameter.getSimpleName().toString(),
                    parameterTypes.get(i),
                    Annotations.find(parameter, Annotations.BSON_PROPERTY)
                            .map(mirror -> Annotations.string(mirror, "value")),
                    Annotations.find(parameter, Annotations.BSON_ID).isPresent()));
        }
        return new CreatorDeclaration(
                executable,
                Access.isStatic(executable) ? executable.getSimpleName().toString() : null,
                Annotations.find(executable, Annotations.BSON_CREATOR).isPresent(),
                isCallable(executable),
                elements.isDeprecated(executable),
                otherResult(executable),
                parameters);
    }

    private @Nullable TypeMirror otherResult(ExecutableElement executable) {
        TypeMirror result = executable.getReturnType();
        boolean makesObjects = executable.getKind() == ElementKind.CONSTRUCTOR
                || types.isSubtype(types.erasure(result), types.erasure(type));
        return makesObjects ? null : result;
    }
}
