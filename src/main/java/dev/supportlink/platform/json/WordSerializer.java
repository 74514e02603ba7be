package dev.supportlink.platform.json;

import dev.supportlink.platform.text.Word;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;

/** Writes an enum constant as its fixed word. */
public class WordSerializer implements JsonbSerializer<Word> {

    @Override
    public void serialize(Word constant, JsonGenerator generator, SerializationContext context) {
        generator.write(constant.word());
    }
}
