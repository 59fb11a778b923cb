package uk.anteroom.e2e.stage;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The Firefox that is installed here, with one window. It speaks through {@code e2e/firefox/driver.mjs}, because Playwright only drives a
 * Firefox of its own.
 */
public final class Firefox implements AutoCloseable {

    /** What its fake microphone hears, without a pause. */
    public static final int HERTZ = 1000;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path DRIVER = Path.of("firefox/driver.mjs").toAbsolutePath();

    private final Process driver;
    private final BufferedWriter commands;
    private final BufferedReader answers;
    private final String address;

    private Firefox(Process driver, String address) {
        this.driver = driver;
        this.commands = driver.outputWriter(StandardCharsets.UTF_8);
        this.answers = driver.inputReader(StandardCharsets.UTF_8);
        this.address = address;
        // it says who it is when it is there
        answer();
    }

    /** Starts it; paths are those of that address. What stands before the command says where it runs. */
    public static Firefox launch(String address, String... before) {
        if (!Files.exists(DRIVER.resolveSibling("node_modules"))) {
            throw new IllegalStateException("Firefox's driver is not installed: run npm ci in e2e/firefox");
        }
        List<String> command = new ArrayList<>(List.of(before));
        command.addAll(List.of("node", DRIVER.toString()));
        try {
            Process driver = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Firefox(driver, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void open(String path) {
        ask("open", "url", path.startsWith("/") ? address + path : path);
    }

    /** Presses the visible button, link or box of that name. */
    public void press(String name) {
        ask("press", "name", name);
    }

    public void fill(String label, String text) {
        JsonObject command = command("fill", "label", label);
        command.addProperty("text", text);
        ask(command);
    }

    /** What a function answers in the page. */
    public JsonElement evaluate(String function, Object argument) {
        JsonObject command = command("evaluate", "script", function);
        if (argument instanceof Number number) {
            command.addProperty("argument", number);
        } else if (argument != null) {
            command.addProperty("argument", argument.toString());
        }
        return ask(command);
    }

    /** Waits until a function answers true. */
    public void await(String function, Object argument) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonElement answer;
        do {
            answer = evaluate(
                    "async (argument) => { const answer = await (" + function
                            + ")(argument); if (!answer) await new Promise((resolve) => setTimeout(resolve, 100)); return answer === true; }",
                    argument);
        } while (!answer.getAsBoolean() && System.nanoTime() < deadline);
        if (!answer.getAsBoolean()) {
            throw new AssertionError("Never so in Firefox: " + function + " of " + argument);
        }
    }

    public void photograph(Path file) {
        ask("photograph", "file", file.toAbsolutePath().toString());
    }

    @Override
    public void close() {
        try {
            commands.close();
            if (!driver.waitFor(20, TimeUnit.SECONDS)) {
                driver.descendants().forEach(ProcessHandle::destroyForcibly);
                driver.destroyForcibly();
            }
        } catch (IOException e) {
            driver.destroyForcibly();
        } catch (InterruptedException e) {
            driver.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void ask(String act, String name, String value) {
        ask(command(act, name, value));
    }

    private static JsonObject command(String act, String name, String value) {
        JsonObject command = new JsonObject();
        command.addProperty("do", act);
        command.addProperty(name, value);
        return command;
    }

    private JsonElement ask(JsonObject command) {
        try {
            commands.write(command.toString());
            commands.newLine();
            commands.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer();
    }

    private JsonElement answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("Firefox or its driver is gone");
            }
            JsonObject answer = JsonParser.parseString(line).getAsJsonObject();
            if (answer.has("error")) {
                throw new AssertionError("Firefox: " + answer.get("error").getAsString());
            }
            return answer.get("value");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
