package dev.supportlink.incident.rest;

import dev.supportlink.incident.Incident;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes a list of records a few at a time, so that a long list takes no more memory than a short one. */
final class RecordStream implements StreamingOutput {

    private static final int AT_ONCE = 50;
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private final List<String> sysIds;
    private final Function<List<String>, List<Incident>> records;
    private final RecordForm form;

    RecordStream(List<String> sysIds, Function<List<String>, List<Incident>> records, RecordForm form) {
        this.sysIds = sysIds;
        this.records = records;
        this.form = form;
    }

    @Override
    public void write(OutputStream out) {
        try (JsonGenerator json = GENERATORS.createGenerator(new LeftOpen(out))) {
            json.writeStartObject().writeStartArray("result");
            for (int from = 0; from < sysIds.size(); from += AT_ONCE) {
                records.apply(sysIds.subList(from, Math.min(from + AT_ONCE, sysIds.size())))
                        .forEach(record -> write(json, RecordView.of(record, form)));
            }
            json.writeEnd().writeEnd();
        }
    }

    private static void write(JsonGenerator json, Map<String, Object> members) {
        json.writeStartObject();
        members.forEach((name, value) -> write(json, name, value));
        json.writeEnd();
    }

    /** A member is a text, or for a reference or both forms of a value an object of texts. */
    private static void write(JsonGenerator json, String name, Object value) {
        if (value instanceof Map<?, ?> parts) {
            json.writeStartObject(name);
            parts.forEach((part, text) -> json.write(String.valueOf(part), String.valueOf(text)));
            json.writeEnd();
        } else {
            json.write(name, String.valueOf(value));
        }
    }

    /** The container closes its stream itself. */
    private static final class LeftOpen extends FilterOutputStream {

        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
