package uk.anteroom.toolbar.window;

import java.awt.event.KeyEvent;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import uk.anteroom.toolbar.Attendant;
import uk.anteroom.toolbar.State;
import uk.anteroom.toolbar.State.Phase;

/** What stands where the buttons will be, as long as nobody is signed in. */
final class SigningIn extends JPanel {

    private static final long serialVersionUID = 1;

    private final PressButton signIn = PressButton.flat(PressButton.Kind.FIRST, "Sign in");
    private final JLabel says = Look.plain(new JLabel());
    private final JLabel code = Look.plain(new JLabel());
    private final PressButton again = PressButton.flat(PressButton.Kind.USUAL, "Open the page again");
    private final PressButton cancel = PressButton.flat(PressButton.Kind.USUAL, "Cancel");

    SigningIn(Attendant attendant) {
        setOpaque(false);
        setLayout(new BoxLayout(this, BoxLayout.X_AXIS));
        signIn.setMnemonic(KeyEvent.VK_S);
        again.setMnemonic(KeyEvent.VK_O);
        cancel.setMnemonic(KeyEvent.VK_C);
        again.setFont(Look.font(15, false));
        cancel.setFont(Look.font(15, false));
        signIn.addActionListener(pressed -> attendant.signIn());
        again.addActionListener(pressed -> attendant.openAgain());
        cancel.addActionListener(pressed -> attendant.cancel());
        signIn.getAccessibleContext().setAccessibleDescription("Opens a page in your browser");
        says.setFont(Look.font(15, false));
        says.setForeground(Look.palette().ink2());
        code.setFont(Look.font(20, true));
        code.setForeground(Look.palette().ink());
        add(signIn);
        add(says);
        add(Box.createHorizontalStrut(Look.px(12)));
        add(code);
        add(Box.createHorizontalStrut(Look.px(16)));
        add(again);
        add(Box.createHorizontalStrut(Look.px(4)));
        add(cancel);
    }

    JComponent[] groups() {
        return new JComponent[] {signIn.isVisible() ? signIn : again.isVisible() ? again : cancel};
    }

    void show(State state, boolean narrow) {
        Phase phase = state.phase();
        signIn.setVisible(phase instanceof Phase.SignedOut);
        again.setVisible(phase instanceof Phase.Waiting);
        cancel.setVisible(!(phase instanceof Phase.SignedOut));
        code.setVisible(phase instanceof Phase.Waiting);
        says.setVisible(!(phase instanceof Phase.SignedOut));
        says.setText(
                phase instanceof Phase.Waiting
                        ? narrow ? "Code:" : "Press Connect on the page in your browser if it shows this code:"
                        : "Asking Anteroom for a code …");
        code.setText(phase instanceof Phase.Waiting(var asked) ? asked.shown() : "");
    }
}
