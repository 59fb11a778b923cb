package uk.anteroom.toolbar.window;

import java.awt.event.KeyEvent;
import java.time.Instant;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import uk.anteroom.toolbar.Attendant;
import uk.anteroom.toolbar.State;
import uk.anteroom.toolbar.news.Words;

/** Who waits, at the right: a quiet line, or a button that leads there. */
final class NewsBlock extends JPanel {

    private static final long serialVersionUID = 1;

    private final JLabel quiet = Look.plain(new JLabel());
    private final NewsButton waiting = new NewsButton();

    NewsBlock(Attendant attendant) {
        setOpaque(false);
        setLayout(new BoxLayout(this, BoxLayout.X_AXIS));
        quiet.setFont(Look.font(15, false));
        quiet.setForeground(Look.palette().ink2());
        quiet.setIconTextGap(Look.px(10));
        waiting.setMnemonic(KeyEvent.VK_O);
        waiting.addActionListener(pressed -> attendant.goToWaiting());
        add(quiet);
        add(waiting);
    }

    JComponent[] groups() {
        return waiting.isVisible() ? new JComponent[] {waiting} : new JComponent[0];
    }

    /** Shows how it is now; to be called every few seconds too, since minutes pass. */
    void show(State state, boolean narrow) {
        boolean signedIn = state.phase() instanceof State.Phase.SignedIn;
        boolean somebody =
                state.news().filter(news -> !news.waiting().isEmpty()).isPresent();
        String words = Words.of(state.news(), narrow, Instant.now());
        quiet.setVisible(signedIn && !somebody);
        waiting.setVisible(signedIn && somebody);
        if (somebody) {
            waiting.say(words, narrow);
            waiting.getAccessibleContext().setAccessibleName(words + ". Open");
            waiting.getAccessibleContext()
                    .setAccessibleDescription(
                            state.news().get().waiting().size() == 1
                                    ? "Opens the consultation"
                                    : "Opens the waiting room");
        } else {
            quiet.setFont(Look.font(narrow ? 13 : 15, false));
            quiet.setText(words);
            quiet.setIcon(Look.icon(
                    state.news().isEmpty() ? "info" : "tick",
                    18,
                    () -> Look.palette().ink2()));
        }
    }
}
