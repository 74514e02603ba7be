package dev.supportlink.platform.http;

import dev.supportlink.platform.json.RecordSerializer;
import dev.supportlink.platform.json.WordSerializer;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** How views become JSON: in the order in which they declare their members, with null for what has no value. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class JsonbSetup implements ContextResolver<Jsonb> {

    private static final Jsonb JSONB = JsonbBuilder.create(
            new JsonbConfig().withNullValues(true).withSerializers(new RecordSerializer(), new WordSerializer()));

    @Override
    public Jsonb getContext(Class<?> type) {
        return JSONB;
    }
}
