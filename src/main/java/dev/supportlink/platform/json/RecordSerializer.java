package dev.supportlink.platform.json;

import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a record's components in the order in which they are declared, null as null; JSON-B alone knows no such order.
 */
public class RecordSerializer implements JsonbSerializer<Record> {

    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            List<Method> accessors = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toList();
            accessors.forEach(accessor -> accessor.setAccessible(true));
            return accessors;
        }
    };

    @Override
    public void serialize(Record view, JsonGenerator generator, SerializationContext context) {
        generator.writeStartObject();
        for (Method accessor : ACCESSORS.get(view.getClass())) {
            write(accessor.getName(), valueOf(view, accessor), generator, context);
        }
        generator.writeEnd();
    }

    private static void write(String name, Object value, JsonGenerator generator, SerializationContext context) {
        if (value == null) {
            generator.writeNull(name);
        } else {
            context.serialize(name, value, generator);
        }
    }

    private static Object valueOf(Record view, Method accessor) {
        try {
            return accessor.invoke(view);
        } catch (ReflectiveOperationException bug) {
            throw new IllegalStateException(accessor + " cannot be read", bug);
        }
    }
}
