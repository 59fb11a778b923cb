package uk.anteroom.e2e.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The demo, running as a program of its own with a folder of its own. It may be killed and started again on what it left. */
public final class DemoProcess implements AutoCloseable {

    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 32_000;
    private static final String READY = "Ctrl-C stops it";

    private final Path folder;
    private final List<String> command;
    private final String address;
    private int starts;
    private Program program;

    private DemoProcess(Path folder, List<String> command, String address) {
        this.folder = folder;
        this.command = command;
        this.address = address;
        start();
    }

    /** Starts the jar on this machine's loopback and waits until it answers. */
    static DemoProcess start(Path folder, String... flags) {
        int port = freePort();
        return new DemoProcess(
                folder,
                command(folder, List.of(), List.of("--port", Integer.toString(port)), flags),
                "http://localhost:" + port);
    }

    /** Starts it where the words before the command say, at an address that the flags have given it. */
    static DemoProcess inside(List<String> before, Path folder, String address, String... flags) {
        return new DemoProcess(folder, command(folder, before, List.of(), flags), address);
    }

    /** Where its pages are. */
    public String address() {
        return address;
    }

    /** As when the power goes. */
    public void kill() {
        program.kill();
    }

    /** Starts on the same port and data. */
    public void start() {
        List<String> whole = new ArrayList<>(command);
        if (starts++ > 0) {
            // on a machine of its own it would not take the processors of the browsers whose call is watched meanwhile
            whole.addAll(0, List.of("nice", "-n", "10"));
        }
        program = Program.start(folder, folder.resolve("demo-" + starts + ".log"), whole);
        program.awaits(() -> program.said().contains(READY));
    }

    /** The database answers nothing any more, or goes on: {@code STOP}, {@code CONT}. */
    void signalDatabase(String signal) {
        List<String> kill = new ArrayList<>(List.of("kill", "-" + signal));
        try {
            long postmaster = Long.parseLong(Files.readAllLines(folder.resolve("var/postgres/postmaster.pid"))
                    .getFirst());
            kill.add(Long.toString(postmaster));
            ProcessHandle.of(postmaster)
                    .ifPresent(process -> process.children().forEach(child -> kill.add(Long.toString(child.pid()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Shell.run(kill, "");
    }

    /** How many objects of a class are alive; asking collects the garbage first. */
    int objects(String className) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        String histogram = Shell.run(List.of(jcmd.toString(), Long.toString(program.pid()), "GC.class_histogram"), "");
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > 3 && fields[3].equals(className))
                .mapToInt(fields -> Integer.parseInt(fields[1]))
                .sum();
    }

    @Override
    public void close() {
        program.close();
    }

    private static List<String> command(Path folder, List<String> before, List<String> port, String... flags) {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar().toString()));
        command.addAll(port);
        command.addAll(List.of("--var", folder.resolve("var").toString()));
        command.addAll(List.of(flags));
        return command;
    }

    private static Path jar() {
        Path jar = Path.of(System.getProperty("anteroom.demo.jar", "../demo/target/anteroom-demo.jar"))
                .toAbsolutePath()
                .normalize();
        if (!Files.exists(jar)) {
            throw new IllegalStateException("Package the demo first: there is no " + jar);
        }
        return jar;
    }

    /**
     * A free one, whose neighbour above is free too: the health check answers there. Below those the system gives to whoever calls out: one of these would be
     * taken by a browser's connection while the demo starts, or starts again.
     */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try (ServerSocket one = new ServerSocket(port);
                    ServerSocket next = new ServerSocket(port + 1)) {
                return one.getLocalPort();
            } catch (IOException e) {
                // taken: another pair
            }
        }
    }
}
