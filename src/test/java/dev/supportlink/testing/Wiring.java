package dev.supportlink.testing;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Fills the injected fields of beans from a list of others, as CDI does, without a container. */
public final class Wiring {

    private final List<Object> beans = new ArrayList<>();
    private final Map<Class<?>, Consumer<Object>> observers = new HashMap<>();

    /** A bean that others may get; an earlier one of the same type goes before it. */
    public Wiring with(Object bean) {
        beans.add(bean);
        return this;
    }

    public <T> Wiring observing(Class<T> event, Consumer<T> observer) {
        observers.put(event, fired -> observer.accept(event.cast(fired)));
        return this;
    }

    /** Fills the fields and answers the bean; a field that nothing fits stays empty. */
    public <T> T wire(T bean) {
        for (Field field : bean.getClass().getDeclaredFields()) {
            if (field.isAnnotationPresent(Inject.class)) {
                fill(bean, field);
            }
        }
        return bean;
    }

    private void fill(Object bean, Field field) {
        try {
            field.setAccessible(true);
            field.set(bean, valueFor(field));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Object valueFor(Field field) {
        if (field.getType() == Event.class) {
            return new RecordedEvents<>(observers.getOrDefault(argument(field), event -> {}));
        }
        if (field.getType() == Instance.class) {
            Class<?> wanted = argument(field);
            return new BeanList<>(beans.stream().filter(wanted::isInstance).toList());
        }
        return beans.stream().filter(field.getType()::isInstance).findFirst().orElse(null);
    }

    private static Class<?> argument(Field field) {
        return (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
    }
}
