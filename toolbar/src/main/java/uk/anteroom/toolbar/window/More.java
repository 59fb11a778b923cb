package uk.anteroom.toolbar.window;

import java.awt.Component;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.net.URI;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenuItem;
import javax.swing.JOptionPane;
import javax.swing.JPopupMenu;
import uk.anteroom.toolbar.Attendant;
import uk.anteroom.toolbar.State;
import uk.anteroom.toolbar.State.Phase;
import uk.anteroom.toolbar.Toolbar;
import uk.anteroom.toolbar.computer.Autostart;

/** The menu behind the three dots. */
final class More {

    private final Attendant attendant;
    private final Autostart autostart;
    private final URI address;
    private final Component owner;
    private final Runnable quit;

    More(Attendant attendant, Autostart autostart, URI address, Component owner, Runnable quit) {
        this.attendant = attendant;
        this.autostart = autostart;
        this.address = address;
        this.owner = owner;
        this.quit = quit;
    }

    JPopupMenu menu(State state) {
        JPopupMenu menu = new JPopupMenu("More");
        if (state.phase() instanceof Phase.SignedIn in && !in.staff().isEmpty()) {
            JMenuItem who = Look.plain(new JMenuItem("Signed in as " + in.staff() + ", " + in.practice()));
            who.setEnabled(false);
            menu.add(who);
            menu.addSeparator();
        }
        JCheckBoxMenuItem silent = new JCheckBoxMenuItem("Silence sounds", state.silent());
        silent.setMnemonic(KeyEvent.VK_S);
        silent.addActionListener(pressed -> attendant.silence(silent.isSelected()));
        menu.add(silent);
        if (autostart.supported()) {
            JCheckBoxMenuItem start = new JCheckBoxMenuItem("Start with the session", autostart.on());
            start.setMnemonic(KeyEvent.VK_T);
            start.addActionListener(pressed -> start(start.isSelected()));
            menu.add(start);
        }
        menu.addSeparator();
        if (!(state.phase() instanceof Phase.SignedOut)) {
            menu.add(item("Sign out", KeyEvent.VK_O, attendant::signOut));
        }
        menu.add(item("About", KeyEvent.VK_A, this::about));
        menu.add(item("Quit", KeyEvent.VK_Q, quit));
        return menu;
    }

    private void start(boolean yes) {
        try {
            autostart.on(yes);
        } catch (IOException e) {
            JOptionPane.showMessageDialog(
                    owner, "That could not be saved on this computer.", "Anteroom", JOptionPane.WARNING_MESSAGE);
        }
    }

    private void about() {
        String version = Toolbar.class.getPackage().getImplementationVersion();
        JOptionPane.showMessageDialog(
                owner,
                "Anteroom toolbar " + (version == null ? "" : version) + "\n" + address
                        + "\n\nThe toolbar shows who is open in the clinical system and who is waiting.\nIt knows no password.",
                "About Anteroom",
                JOptionPane.PLAIN_MESSAGE,
                Look.picture("mark", 40));
    }

    private static JMenuItem item(String word, int mnemonic, Runnable act) {
        JMenuItem item = new JMenuItem(word, mnemonic);
        item.addActionListener(pressed -> act.run());
        return item;
    }
}
