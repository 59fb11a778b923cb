package uk.anteroom.toolbar.window;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.util.Objects;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** Says below the toolbar why a press led nowhere, until it is closed or somebody else is open. Takes the keyboard from nobody. */
final class Notice {

    private final JFrame owner;
    private final Runnable close;
    private @Nullable JDialog shown;
    private @Nullable String says;

    Notice(JFrame owner, Runnable close) {
        this.owner = owner;
        this.close = close;
    }

    void show(@Nullable String sentence, int left) {
        if (Objects.equals(sentence, says)) {
            return;
        }
        says = sentence;
        if (shown != null) {
            shown.dispose();
            shown = null;
        }
        if (sentence != null) {
            shown = dialog(sentence, left);
            shown.setVisible(true);
        }
    }

    private JDialog dialog(String sentence, int left) {
        JDialog dialog = new JDialog(owner, "Anteroom");
        dialog.setUndecorated(true);
        dialog.setAutoRequestFocus(false);
        dialog.setAlwaysOnTop(owner.isAlwaysOnTop());
        JPanel panel = new JPanel();
        panel.setLayout(new BoxLayout(panel, BoxLayout.X_AXIS));
        panel.setBackground(Look.palette().card());
        panel.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(Look.palette().line(), Look.px(1)),
                BorderFactory.createCompoundBorder(
                        BorderFactory.createMatteBorder(
                                0, Look.px(5), 0, 0, Look.palette().brick()),
                        BorderFactory.createEmptyBorder(Look.px(10), Look.px(14), Look.px(10), Look.px(10)))));
        JLabel text = Look.plain(new JLabel(
                sentence, Look.icon("triangle", 22, () -> Look.palette().brick()), JLabel.LEADING));
        text.setIconTextGap(Look.px(10));
        text.setFont(Look.font(15, true));
        text.setForeground(Look.palette().ink());
        PressButton button = PressButton.flat(PressButton.Kind.USUAL, "Close");
        button.setMnemonic(KeyEvent.VK_C);
        button.addActionListener(pressed -> close.run());
        panel.add(text);
        panel.add(Box.createHorizontalStrut(Look.px(16)));
        panel.add(button);
        panel.getAccessibleContext().setAccessibleName(sentence);
        dialog.getAccessibleContext().setAccessibleName("Anteroom: " + sentence);
        dialog.getRootPane()
                .registerKeyboardAction(
                        pressed -> close.run(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        dialog.setContentPane(panel);
        dialog.pack();
        Rectangle bar = owner.getBounds();
        Dimension size = dialog.getSize();
        int x = Math.max(bar.x, Math.min(bar.x + left, bar.x + bar.width - size.width));
        dialog.setLocation(new Point(x, bar.y + bar.height + Look.px(2)));
        return dialog;
    }
}
