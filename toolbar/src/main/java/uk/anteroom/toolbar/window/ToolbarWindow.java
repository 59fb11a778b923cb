package uk.anteroom.toolbar.window;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.GraphicsConfiguration;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import javax.swing.LayoutFocusTraversalPolicy;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;
import uk.anteroom.toolbar.Attendant;
import uk.anteroom.toolbar.State;
import uk.anteroom.toolbar.State.Phase;
import uk.anteroom.toolbar.computer.Autostart;

/** The slim window at the top of the screen. Lives on the event thread. */
public final class ToolbarWindow {

    private static final int HEIGHT = 56;
    private static final int LEAST_WIDTH = 900;
    /** Below it there is no room for a name beside the buttons. */
    private static final int NARROW = 1180;

    private static final int LOOK_EVERY_MS = 2000;

    private final JFrame frame = new JFrame("Anteroom toolbar");
    private final PatientBlock patient = new PatientBlock();
    private final CardLayout cards = new CardLayout();
    private final JPanel middle = new JPanel(cards);
    private final Actions actions;
    private final SigningIn signingIn;
    private final NewsBlock news;
    private final PressButton dots = PressButton.tall(PressButton.Kind.USUAL, "more", "More");
    private final More more;
    private final Notice notice;
    private final Attendant attendant;
    private @Nullable State state;

    public ToolbarWindow(Attendant attendant, Autostart autostart, URI address) {
        this.attendant = attendant;
        this.actions = new Actions(attendant);
        this.signingIn = new SigningIn(attendant);
        this.news = new NewsBlock(attendant);
        this.more = new More(attendant, autostart, address, frame, this::quit);
        this.notice = new Notice(frame, attendant::closeNotice);
        frame.setUndecorated(true);
        frame.setAutoRequestFocus(false);
        frame.setResizable(false);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent closing) {
                quit();
            }
        });
        if (frame.isAlwaysOnTopSupported()) {
            frame.setAlwaysOnTop(true);
        }
        frame.setIconImages(List.of(
                Look.picture("mark", 16).getImage(),
                Look.picture("mark", 32).getImage(),
                Look.picture("mark", 64).getImage()));
        JPanel content = content();
        frame.setContentPane(content);
        frame.setFocusTraversalPolicy(new LayoutFocusTraversalPolicy() {
            private static final long serialVersionUID = 1;

            @Override
            public Component getInitialComponent(Window window) {
                return content;
            }
        });
        frame.getAccessibleContext().setAccessibleName("Anteroom toolbar");
        keys();
    }

    private JPanel content() {
        JPanel all = new JPanel(new BorderLayout());
        all.setBackground(Look.palette().card());
        all.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(
                        0, 0, Math.max(1, Look.px(1)), 0, Look.palette().line()),
                BorderFactory.createEmptyBorder(0, Look.px(12), 0, Look.px(10))));
        JLabel mark = new JLabel(Look.picture("mark", 34));
        mark.getAccessibleContext().setAccessibleName("Anteroom");
        Box left = Box.createHorizontalBox();
        left.add(mark);
        left.add(Box.createHorizontalStrut(Look.px(4)));
        left.add(patient);
        middle.setOpaque(false);
        middle.add(beginning(actions), "actions");
        middle.add(beginning(signingIn), "signing-in");
        dots.setMnemonic(KeyEvent.VK_M);
        dots.getAccessibleContext().setAccessibleName("More");
        dots.getAccessibleContext().setAccessibleDescription("Settings, help, sign out");
        dots.addActionListener(this::menu);
        Box right = Box.createHorizontalBox();
        right.add(news);
        right.add(Actions.rule());
        right.add(dots);
        // so that no button has the keyboard before somebody has asked for one: a space typed by mistake would press it
        all.setFocusable(true);
        all.getAccessibleContext().setAccessibleName("Anteroom toolbar");
        all.add(left, BorderLayout.WEST);
        all.add(middle, BorderLayout.CENTER);
        all.add(right, BorderLayout.EAST);
        return all;
    }

    /** In the middle of the height, at the beginning of the line. */
    private static JPanel beginning(JComponent what) {
        JPanel around = new JPanel(new BorderLayout());
        around.setOpaque(false);
        JPanel centred = new JPanel(new GridBagLayout());
        centred.setOpaque(false);
        centred.add(what);
        around.add(centred, BorderLayout.WEST);
        return around;
    }

    /** Puts it on the screen, at the top of what other windows leave free. */
    public void appear() {
        dock();
        frame.setVisible(true);
        Timer look = new Timer(LOOK_EVERY_MS, tick -> {
            // another monitor, another resolution, a panel that came or went; and minutes pass
            dock();
            State now = state;
            if (now != null) {
                actions.narrow(narrow());
                news.show(now, narrow());
            }
        });
        look.start();
    }

    /** Shows what the toolbar knows now. */
    public void show(State now) {
        state = now;
        patient.show(now);
        actions.show(now);
        signingIn.show(now, narrow());
        actions.narrow(narrow());
        news.show(now, narrow());
        cards.show(middle, now.phase() instanceof Phase.SignedIn ? "actions" : "signing-in");
        notice.show(now.notice(), Look.px(12 + 34 + 4 + 284));
        keepFocus();
        frame.repaint();
    }

    /** A button that is switched off or gone under the keyboard gives it back: what comes next was not asked for. */
    private void keepFocus() {
        Component owner = frame.getFocusOwner();
        if (owner != null && (!owner.isEnabled() || !owner.isShowing())) {
            frame.getContentPane().requestFocusInWindow();
        }
    }

    private boolean narrow() {
        return frame.getWidth() < Look.px(NARROW);
    }

    private void dock() {
        GraphicsConfiguration screen = frame.getGraphicsConfiguration();
        Rectangle bounds = screen.getBounds();
        Insets taken = frame.getToolkit().getScreenInsets(screen);
        Rectangle place = new Rectangle(
                bounds.x + taken.left,
                bounds.y + taken.top,
                Math.max(Look.px(LEAST_WIDTH), bounds.width - taken.left - taken.right),
                Look.px(HEIGHT));
        // where the strip is reserved, what is taken at the top is the toolbar itself
        if (taken.top >= place.height && frame.isShowing()) {
            place.y = frame.getY();
        }
        if (!place.equals(frame.getBounds())) {
            frame.setBounds(place);
            frame.validate();
        }
    }

    private void menu(ActionEvent pressed) {
        State now = state;
        if (now != null) {
            JPopupMenu menu = more.menu(now);
            menu.show(dots, dots.getWidth() - menu.getPreferredSize().width, dots.getHeight() + Look.px(3));
        }
    }

    /** F6 goes from group to group, Shift F6 back; Tab goes through all of them. */
    private void keys() {
        JComponent root = frame.getRootPane();
        on(root, "next-group", KeyStroke.getKeyStroke(KeyEvent.VK_F6, 0), () -> group(1));
        on(root, "previous-group", KeyStroke.getKeyStroke(KeyEvent.VK_F6, InputEvent.SHIFT_DOWN_MASK), () -> group(-1));
        on(root, "close-notice", KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), attendant::closeNotice);
    }

    private static void on(JComponent root, String name, KeyStroke key, Runnable act) {
        root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(key, name);
        root.getActionMap().put(name, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent pressed) {
                act.run();
            }
        });
    }

    private void group(int step) {
        List<JComponent> groups = new ArrayList<>();
        for (JComponent first : actions.isShowing() ? actions.groups() : signingIn.groups()) {
            groups.add(first);
        }
        groups.addAll(List.of(news.groups()));
        groups.add(dots);
        groups.removeIf(first -> !first.isEnabled() || !first.isShowing());
        Component owner = frame.getFocusOwner();
        int at = step > 0 ? 0 : groups.size() - 1;
        for (int i = 0; i < groups.size(); i++) {
            if (owner != null && SwingUtilities.isDescendingFrom(owner, groups.get(i))) {
                at = i + step;
            }
        }
        groups.get(Math.floorMod(at, groups.size())).requestFocusInWindow();
    }

    private void quit() {
        frame.dispose();
        System.exit(0);
    }
}
