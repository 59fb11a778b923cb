package uk.anteroom.e2e.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import uk.anteroom.e2e.agent.Hand;

/** The toolbar as it ships, on a screen of its own, with somebody's hands and a screen reader beside it. */
public final class Desktop implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** What a screen reader finds. */
    public record Found(
            String role, String name, String description, String states, int x, int y, int width, int height) {

        public boolean on() {
            return List.of(states.split(",")).contains("enabled");
        }
    }

    private final Path folder;
    private final Screen screen;
    private final List<String> command;
    private int starts;
    private Program program;
    private Socket line;
    private BufferedReader answers;
    private PrintWriter asks;

    private Desktop(Path folder, String address, int width, int height, int scale, List<String> flags) {
        try {
            this.folder = folder;
            screen = Screen.open(folder, width, height);
            Path browser = Files.createFile(
                    folder.resolve("browser"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.writeString(browser, "#!/bin/sh\nprintf '%s\\n' \"$1\" >> '" + folder.resolve("opened") + "'\n");
            command = new ArrayList<>(List.of(
                    "env",
                    "DISPLAY=" + screen.display(),
                    "XDG_CONFIG_HOME=" + folder.resolve("config"),
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-javaagent:" + agent() + "=" + folder.resolve("hand"),
                    "-Danteroom.toolbar.browser=" + browser));
            command.add("-Dsun.java2d.uiScale=" + scale);
            command.addAll(List.of("-jar", jar().toString(), "--address", address));
            command.addAll(flags);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    /** Starts the toolbar against that address. */
    public static Desktop open(Path folder, String address, int width, int height, int scale, String... flags) {
        return new Desktop(folder, address, width, height, scale, List.of(flags));
    }

    /** Starts the toolbar, again on what it left. */
    public void start() {
        try {
            Path hand = folder.resolve("hand");
            Files.deleteIfExists(hand);
            program = Program.start(folder, folder.resolve("toolbar-" + ++starts + ".log"), command);
            program.awaits(() -> Files.exists(hand));
            line = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(Files.readString(hand)));
            line.setSoTimeout((int) PATIENCE.toMillis());
            answers = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
            asks = new PrintWriter(line.getOutputStream(), true, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As when somebody ends the session. */
    public void stop() {
        program.close();
    }

    /** Everything a screen reader finds now. */
    public List<Found> all() {
        return ask("tree").stream()
                .map(said -> said.split("\t", -1))
                .map(field -> new Found(
                        field[0],
                        field[1],
                        field[2],
                        field[3],
                        Integer.parseInt(field[4]),
                        Integer.parseInt(field[5]),
                        Integer.parseInt(field[6]),
                        Integer.parseInt(field[7])))
                .toList();
    }

    /** Waits until a screen reader finds it. */
    public Found finds(String role, String name) {
        awaits(role + " " + name, () -> !found(role, name).isEmpty());
        return found(role, name).getFirst();
    }

    public boolean has(String role, String name) {
        return !found(role, name).isEmpty();
    }

    private List<Found> found(String role, String name) {
        return all().stream()
                .filter(one -> one.role().equals(role) && one.name().equals(name))
                .toList();
    }

    /** Waits until a button is there and can be pressed, or cannot. */
    public void awaitButton(String name, boolean on) {
        awaits(
                name + (on ? " on" : " off"),
                () -> found("push button", name).stream().anyMatch(one -> one.on() == on));
    }

    /** Moves the mouse there and presses. */
    public void click(String role, String name) {
        Found one = finds(role, name);
        ask("click " + (one.x() + one.width() / 2) + " " + (one.y() + one.height() / 2));
    }

    public void key(String... codes) {
        ask("key " + String.join(" ", codes));
    }

    public void hover(String role, String name) {
        Found one = finds(role, name);
        ask("move " + (one.x() + one.width() / 2) + " " + (one.y() + one.height() / 2));
    }

    /** Waits for the words that appear below the mouse. */
    public void awaitTip() {
        awaits("a tip", () -> all().stream().anyMatch(one -> one.role().equals("tool tip")));
    }

    public void hoverNowhere() {
        ask("move 600 700");
    }

    public void photograph(Path file, int height) {
        ask("picture " + file.toAbsolutePath() + " " + height);
    }

    /** The addresses the toolbar has handed to the browser so far. */
    public List<String> opened() {
        try {
            Path file = folder.resolve("opened");
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for one more than there were. */
    public String opens(int before) {
        awaits("an address", () -> opened().size() > before);
        return opened().get(before);
    }

    public void awaits(String what, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(
                        "Waited in vain for: " + what + "; there is\n" + String.join("\n", ask("tree")));
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    private List<String> ask(String words) {
        try {
            asks.println(words);
            List<String> said = new ArrayList<>();
            for (String one = answers.readLine(); one != null && !one.equals("."); one = answers.readLine()) {
                if (one.startsWith("problem ")) {
                    throw new IllegalStateException(words + ": " + one);
                }
                said.add(one);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The agent, as a jar of its own. */
    private Path agent() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), Hand.class.getName());
        Path jar = folder.resolve("hand.jar");
        String name = Hand.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream compiled = Hand.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            compiled.transferTo(out);
            out.closeEntry();
        }
        return jar;
    }

    private static Path jar() {
        Path jar = Path.of("../toolbar/target/app/anteroom-toolbar.jar")
                .toAbsolutePath()
                .normalize();
        if (!Files.exists(jar)) {
            throw new IllegalStateException("Package the toolbar first: there is no " + jar);
        }
        return jar;
    }

    @Override
    public void close() {
        program.close();
        screen.close();
    }
}
