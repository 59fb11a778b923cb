package uk.anteroom.toolbar.web;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a JSON object, read without trust: what is missing or of another type is not there. */
public final class Fields {

    private static final TypeAdapter<JsonElement> STRICT =
            new GsonBuilder().setStrictness(Strictness.STRICT).create().getAdapter(JsonElement.class);

    private final JsonObject object;

    private Fields(JsonObject object) {
        this.object = object;
    }

    /** Throws {@link Unreachable} if the text is not one JSON object. */
    public static Fields of(String text) throws Unreachable {
        try {
            if (STRICT.fromJson(text) instanceof JsonObject object) {
                return new Fields(object);
            }
        } catch (JsonParseException | java.io.IOException | IllegalStateException | StackOverflowError e) {
            throw new Unreachable("Not what was expected");
        }
        throw new Unreachable("Not what was expected");
    }

    public Optional<String> text(String name) {
        return object.get(name) instanceof JsonElement found
                        && found.isJsonPrimitive()
                        && found.getAsJsonPrimitive().isString()
                ? Optional.of(found.getAsString())
                : Optional.empty();
    }

    public Optional<Long> number(String name) {
        if (!(object.get(name) instanceof JsonElement found)
                || !found.isJsonPrimitive()
                || !found.getAsJsonPrimitive().isNumber()) {
            return Optional.empty();
        }
        return Optional.of((long) found.getAsDouble());
    }

    public boolean yes(String name) {
        return object.get(name) instanceof JsonElement found
                && found.isJsonPrimitive()
                && found.getAsJsonPrimitive().isBoolean()
                && found.getAsBoolean();
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
