package dev.supportlink.platform.json;

import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns a JSON object into a record, strictly: an unknown member, a missing one whose component is not {@code
 * Nullable}, and a value of the wrong type are each told by name, all at once.
 */
public final class RecordBinder {

    private final List<FieldError> errors = new ArrayList<>();
    private final ValueBinder values = new ValueBinder(this);

    private RecordBinder() {}

    /** The record, or InvalidInput with every wrong field. */
    public static <R> R bind(Class<R> type, JsonObject json) {
        RecordBinder binder = new RecordBinder();
        Object bound = binder.record(type, json, "");
        if (bound == null || !binder.errors.isEmpty()) {
            throw new InvalidInput(binder.errors);
        }
        return type.cast(bound);
    }

    /** Notes a wrong field; the caller goes on with null, so that the other fields are looked at too. */
    @Nullable
    Object wrong(String path, String message) {
        errors.add(new FieldError(path.isEmpty() ? "body" : path, message));
        return null;
    }

    @Nullable
    Object record(Class<?> type, JsonObject json, String path) {
        int before = errors.size();
        RecordComponent[] components = type.getRecordComponents();
        refuseUnknown(components, json, path);
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments[i] = component(components[i], json, path);
        }
        return errors.size() > before ? null : create(type, components, arguments, path);
    }

    private void refuseUnknown(RecordComponent[] components, JsonObject json, String path) {
        Set<String> known =
                Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
        json.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> wrong(child(path, name), "is not known here"));
    }

    private @Nullable Object component(RecordComponent component, JsonObject json, String path) {
        String place = child(path, component.getName());
        JsonValue value = json.getOrDefault(component.getName(), JsonValue.NULL);
        if (!value.equals(JsonValue.NULL)) {
            return values.bind(component.getGenericType(), value, place);
        }
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return optional ? null : wrong(place, "is required");
    }

    private @Nullable Object create(Class<?> type, RecordComponent[] components, Object[] arguments, String path) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException refused) {
            return refused(refused.getCause(), path);
        } catch (ReflectiveOperationException bug) {
            throw new IllegalStateException(type + " cannot be created", bug);
        }
    }

    private @Nullable Object refused(@Nullable Throwable cause, String path) {
        if (cause instanceof InvalidInput invalid) {
            invalid.errors().forEach(error -> wrong(child(path, error.field()), error.message()));
            return null;
        }
        if (cause instanceof IllegalArgumentException invalid && invalid.getMessage() != null) {
            return wrong(path, invalid.getMessage());
        }
        throw new IllegalStateException("A record failed on input that has the right form", cause);
    }

    static String child(String path, String name) {
        String shown = name.length() > 100 ? name.substring(0, 100) : name;
        return path.isEmpty() ? shown : path + "." + shown;
    }
}
