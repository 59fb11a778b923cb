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

    private static final int ROOM = 284;
    private static final int SIDE = 12;

    private final Line name = new Line(16, 13, true);
    private final Line facts = new Line(14, 11, false);

    PatientBlock() {
        setOpaque(false);
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setBorder(BorderFactory.createEmptyBorder(0, Look.px(SIDE), 0, Look.px(SIDE)));
        name.setForeground(Look.palette().ink());
        facts.setForeground(Look.palette().ink2());
        add(Box.createVerticalGlue());
        add(name);
        add(facts);
        add(Box.createVerticalGlue());
        Dimension size = new Dimension(Look.px(ROOM), Look.px(56));
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

    /**
     * One line, in smaller letters where it would not fit: nobody must have to guess the end of a number. A name that is longer still is cut, with
     * the whole as a tip.
     */
    private static final class Line extends JLabel {

        private static final long serialVersionUID = 1;

        private final int usual;
        private final int least;
        private final boolean bold;

        Line(int usual, int least, boolean bold) {
            this.usual = usual;
            this.least = least;
            this.bold = bold;
            Look.plain(this);
            setAlignmentX(LEFT_ALIGNMENT);
        }

        void say(String text) {
            int size = usual;
            while (size > least && !fits(text, size)) {
                size--;
            }
            setFont(Look.font(size, bold));
            setText(text);
            setToolTipText(fits(text, size) ? null : text);
        }

        private boolean fits(String text, int size) {
            return getFontMetrics(Look.font(size, bold)).stringWidth(text) <= Look.px(ROOM - 2 * SIDE);
        }

        @Override
        public JToolTip createToolTip() {
            return Look.plainTip(this);
        }
    }
}
