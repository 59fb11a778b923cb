package uk.anteroom.e2e.agent;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleComponent;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleState;
import javax.accessibility.AccessibleStateSet;
import javax.imageio.ImageIO;

/**
 * A Java agent that answers on loopback: what a screen reader would find in the windows of its program, and does with mouse and keyboard what it
 * is told. It touches nothing of the program itself.
 *
 * <p>Asks, one a line: {@code tree}; {@code click X Y}; {@code move X Y}; {@code key CODE…}; {@code picture FILE HEIGHT}. Each answer ends with a line that
 * holds a dot.
 */
public final class Hand {

    private Hand() {}

    /** @param file gets the number of the port */
    public static void premain(String file) throws IOException {
        ServerSocket door = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
        Path place = Path.of(file);
        Path fresh = place.resolveSibling(place.getFileName() + ".new");
        Files.writeString(fresh, Integer.toString(door.getLocalPort()));
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        Thread.ofPlatform().daemon().name("hand").start(() -> {
            while (true) {
                try (Socket caller = door.accept()) {
                    serve(caller);
                } catch (IOException e) {
                    // the caller has gone
                }
            }
        });
    }

    private static void serve(Socket caller) throws IOException {
        BufferedReader asks =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter answers = new PrintWriter(caller.getOutputStream(), false, StandardCharsets.UTF_8);
        for (String ask = asks.readLine(); ask != null; ask = asks.readLine()) {
            try {
                answer(ask.split(" ")).forEach(line -> answers.print(line + "\n"));
            } catch (Exception e) {
                answers.print("problem " + e + "\n");
            }
            answers.print(".\n");
            answers.flush();
        }
    }

    private static List<String> answer(String[] ask) throws Exception {
        switch (ask[0]) {
            case "tree" -> {
                return tree();
            }
            case "click", "move" -> {
                Robot robot = robot();
                robot.mouseMove(Integer.parseInt(ask[1]), Integer.parseInt(ask[2]));
                if (ask[0].equals("click")) {
                    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
                    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
                }
            }
            case "key" -> {
                Robot robot = robot();
                for (int i = 1; i < ask.length; i++) {
                    robot.keyPress(code(ask[i]));
                }
                for (int i = ask.length - 1; i > 0; i--) {
                    robot.keyRelease(code(ask[i]));
                }
            }
            case "picture" -> {
                Rectangle screen = java.awt.GraphicsEnvironment.getLocalGraphicsEnvironment()
                        .getDefaultScreenDevice()
                        .getDefaultConfiguration()
                        .getBounds();
                Rectangle part = new Rectangle(0, 0, screen.width, Integer.parseInt(ask[2]));
                List<java.awt.Image> sizes =
                        robot().createMultiResolutionScreenCapture(part).getResolutionVariants();
                ImageIO.write((BufferedImage) sizes.getLast(), "png", new File(ask[1]));
            }
            default -> throw new IllegalArgumentException(ask[0]);
        }
        return List.of();
    }

    private static Robot robot() throws AWTException {
        Robot robot = new Robot();
        robot.setAutoDelay(20);
        robot.setAutoWaitForIdle(true);
        return robot;
    }

    private static int code(String name) throws ReflectiveOperationException {
        return KeyEvent.class.getField("VK_" + name).getInt(null);
    }

    private static List<String> tree() throws Exception {
        return onEventThread(() -> {
            List<String> lines = new ArrayList<>();
            for (Window window : Window.getWindows()) {
                if (window.isShowing()) {
                    describe(window.getAccessibleContext(), lines);
                }
            }
            return lines;
        });
    }

    private static <T> T onEventThread(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        EventQueue.invokeLater(task);
        return task.get(5, TimeUnit.SECONDS);
    }

    /** role, name, description, states, x, y, width, height: between tabs. */
    private static void describe(AccessibleContext one, List<String> lines) {
        AccessibleStateSet states = one.getAccessibleStateSet();
        AccessibleComponent place = one.getAccessibleComponent();
        if (states.contains(AccessibleState.SHOWING) && place != null) {
            List<String> said = new ArrayList<>();
            for (AccessibleState state : states.toArray()) {
                said.add(state.toDisplayString(java.util.Locale.ROOT));
            }
            java.awt.Point at = place.getLocationOnScreen();
            Rectangle bounds = place.getBounds();
            lines.add(String.join(
                    "\t",
                    one.getAccessibleRole().toDisplayString(java.util.Locale.ROOT),
                    plain(one.getAccessibleName()),
                    plain(one.getAccessibleDescription()),
                    String.join(",", said),
                    at == null ? "0" : Integer.toString(at.x),
                    at == null ? "0" : Integer.toString(at.y),
                    bounds == null ? "0" : Integer.toString(bounds.width),
                    bounds == null ? "0" : Integer.toString(bounds.height)));
        }
        for (int i = 0; i < one.getAccessibleChildrenCount(); i++) {
            Accessible child = one.getAccessibleChild(i);
            if (child != null && !(child instanceof Component hidden && !hidden.isVisible())) {
                describe(child.getAccessibleContext(), lines);
            }
        }
    }

    private static String plain(String text) {
        return text == null ? "" : text.replaceAll("[\\t\\r\\n]", " ");
    }
}
