package dev.supportlink.incident.rest;

import dev.supportlink.incident.Incident;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

/** Writes a list of records a few at a time, so that a long list takes no more memory than a short one. */
final class RecordStream implements StreamingOutput {

    private static final int AT_ONCE = 50;

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
        try (JsonGenerator json = RecordJson.to(new LeftOpen(out))) {
            json.writeStartObject().writeStartArray("result");
            for (int from = 0; from < sysIds.size(); from += AT_ONCE) {
                records.apply(sysIds.subList(from, Math.min(from + AT_ONCE, sysIds.size())))
                        .forEach(record -> RecordJson.record(json, RecordView.of(record, form)));
            }
            json.writeEnd().writeEnd();
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
