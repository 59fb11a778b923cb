package uk.anteroom.toolbar.web;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a JSON object, read without trust: what is missing or of another type is not there. */
public final class Fields {

    private static final Gson GSON =
            new GsonBuilder().setStrictness(Strictness.STRICT).create();
    private static final TypeAdapter<JsonElement> ELEMENTS = GSON.getAdapter(JsonElement.class);

    private final JsonObject object;

    private Fields(JsonObject object) {
        this.object = object;
    }

    /** Throws {@link Unreachable} if the text is not one JSON object. */
    public static Fields of(String text) throws Unreachable {
        try {
            JsonReader reader = GSON.newJsonReader(new StringReader(text));
            JsonElement read = ELEMENTS.read(reader);
            if (read instanceof JsonObject object && reader.peek() == JsonToken.END_DOCUMENT) {
                return new Fields(object);
            }
        } catch (JsonParseException | IOException | IllegalStateException e) {
            throw new Unreachable("Not what was expected");
        }
        throw new Unreachable("Not what was expected");
    }

    public Optional<String> text(String name) {
        return primitive(name).filter(JsonPrimitive::isString).map(JsonPrimitive::getAsString);
    }

    /** A whole number; what is behind the point is left away. */
    public Optional<Long> number(String name) {
        return primitive(name).filter(JsonPrimitive::isNumber).map(found -> (long) found.getAsDouble());
    }

    public boolean yes(String name) {
        return primitive(name)
                .filter(JsonPrimitive::isBoolean)
                .filter(JsonPrimitive::getAsBoolean)
                .isPresent();
    }

    private Optional<JsonPrimitive> primitive(String name) {
        return object.get(name) instanceof JsonPrimitive found ? Optional.of(found) : Optional.empty();
    }

    public Optional<Fields> inside(String name) {
        return object.get(name) instanceof JsonObject found ? Optional.of(new Fields(found)) : Optional.empty();
    }

    /** The objects of a list. */
    public List<Fields> all(String name) {
        List<Fields> found = new ArrayList<>();
        if (object.get(name) instanceof JsonArray list) {
            list.forEach(one -> {
                if (one instanceof JsonObject inner) {
                    found.add(new Fields(inner));
                }
            });
        }
        return found;
    }

    /** The texts of a list. */
    public List<String> texts(String name) {
        List<String> found = new ArrayList<>();
        if (object.get(name) instanceof JsonArray list) {
            list.forEach(one -> {
                if (one.isJsonPrimitive() && one.getAsJsonPrimitive().isString()) {
                    found.add(one.getAsString());
                }
            });
        }
        return found;
    }
}
