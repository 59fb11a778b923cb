package uk.anteroom.toolbar.window;

import java.awt.Dimension;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToolTip;
import uk.anteroom.toolbar.State;
import uk.anteroom.toolbar.State.Phase;
import uk.anteroom.toolbar.hub.OpenPatient;

/** Who is open, in two lines. Always as wide, so that the camera never moves under the finger. */
final class PatientBlock extends JPanel {

    private static final long serialVersionUID = 1;

    private static final int WIDTH = 284;

    private final Line name = new Line();
    private final Line facts = new Line();

    PatientBlock() {
        setOpaque(false);
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setBorder(BorderFactory.createEmptyBorder(0, Look.px(12), 0, Look.px(12)));
        name.setFont(Look.font(16, true));
        name.setForeground(Look.palette().ink());
        facts.setFont(Look.font(14, false));
        facts.setForeground(Look.palette().ink2());
        add(Box.createVerticalGlue());
        add(name);
        add(facts);
        add(Box.createVerticalGlue());
        Dimension size = new Dimension(Look.px(WIDTH), Look.px(56));
        setPreferredSize(size);
        setMinimumSize(size);
        setMaximumSize(size);
    }

    void show(State state) {
        String first;
        String second;
        switch (state.phase()) {
            case Phase.SignedOut out -> {
                first = "Not signed in";
                second = out.why() == null ? "Sign in once in your browser" : out.why();
            }
            case Phase.Asking asking -> {
                first = "Signing in";
                second = "One moment";
            }
            case Phase.Waiting waiting -> {
                first = "Signing in";
                second = "Go on in your browser";
            }
            case Phase.SignedIn in -> {
                Optional<OpenPatient> open = state.patient();
                first = open.map(OpenPatient::name).orElse("No patient open");
                second = open.map(PatientBlock::facts)
                        .orElse(
                                state.connected()
                                        ? "Open a patient in the clinical system"
                                        : "Not connected. Trying again");
            }
        }
        name.say(first);
        facts.say(second);
        String whole = first + ". " + second;
        if (!whole.equals(getAccessibleContext().getAccessibleDescription())) {
            getAccessibleContext().setAccessibleName("Patient in the clinical system");
            getAccessibleContext().setAccessibleDescription(whole);
        }
    }

    private static String facts(OpenPatient patient) {
        return Stream.of(patient.born(), patient.nhsNumber())
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** One line, cut where it is too long; the whole of it as a tip. */
    private static final class Line extends JLabel {

        private static final long serialVersionUID = 1;

        Line() {
            Look.plain(this);
            setAlignmentX(LEFT_ALIGNMENT);
        }

        void say(String text) {
            setText(text);
            boolean cut = getFontMetrics(getFont()).stringWidth(text) > Look.px(WIDTH - 24);
            setToolTipText(cut ? text : null);
        }

        @Override
        public JToolTip createToolTip() {
            return Look.plainTip(this);
        }
    }
}
