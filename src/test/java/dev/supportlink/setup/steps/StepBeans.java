package dev.supportlink.setup.steps;

import dev.supportlink.setup.SetupStep;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every step bean there is, with collaborators that know nothing: enough for a step to describe itself. */
final class StepBeans {

    private StepBeans() {}

    static List<SetupStep> all() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Step.class"))
                    .map(name -> load(name.substring(0, name.length() - ".class".length())))
                    .filter(SetupStep.class::isAssignableFrom)
                    .map(type -> (SetupStep) make(type))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path folder() {
        try {
            return Path.of(ConsentStep.class.getResource("ConsentStep.class").toURI())
                    .getParent();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(ConsentStep.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object make(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object bean = constructor.newInstance();
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Inject.class)) {
                    field.setAccessible(true);
                    field.set(bean, collaborator(field.getType()));
                }
            }
            return bean;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object collaborator(Class<?> type) {
        return type.isInterface()
                ? Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> nothing(method.getReturnType()))
                : type == java.time.Clock.class ? java.time.Clock.systemUTC() : make(type);
    }

    private static Object nothing(Class<?> type) {
        if (type == Optional.class) {
            return Optional.empty();
        } else if (type == List.class) {
            return List.of();
        } else if (type == Set.class) {
            return Set.of();
        } else if (type == String.class) {
            return "text";
        } else if (type == URI.class) {
            return URI.create("https://somewhere.example");
        } else if (type == Instant.class) {
            return Instant.EPOCH;
        } else if (type == boolean.class) {
            return false;
        } else if (type == long.class || type == int.class) {
            return type == long.class ? (Object) 0L : (Object) 0;
        }
        return null;
    }
}
