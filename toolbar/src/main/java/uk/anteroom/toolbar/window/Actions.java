package uk.anteroom.toolbar.window;

import java.awt.Dimension;
import java.awt.event.KeyEvent;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import uk.anteroom.toolbar.Attendant;
import uk.anteroom.toolbar.State;
import uk.anteroom.toolbar.hub.OpenPatient;
import uk.anteroom.toolbar.way.Destination;

/** The buttons of somebody who is signed in: what is about the patient who is open, then what is not. */
final class Actions extends JPanel {

    private static final long serialVersionUID = 1;

    private final PressButton video = PressButton.tall(PressButton.Kind.FIRST, "camera", "Video call");
    private final PressButton patient = PressButton.tall(PressButton.Kind.USUAL, "person", "Patient");
    private final PressButton requests = PressButton.tall(PressButton.Kind.USUAL, "list", "Requests");
    private final PressButton waiting = PressButton.tall(PressButton.Kind.USUAL, "hourglass", "Waiting room");

    Actions(Attendant attendant) {
        setOpaque(false);
        setLayout(new BoxLayout(this, BoxLayout.X_AXIS));
        video.setMnemonic(KeyEvent.VK_V);
        patient.setMnemonic(KeyEvent.VK_P);
        requests.setMnemonic(KeyEvent.VK_R);
        waiting.setMnemonic(KeyEvent.VK_W);
        video.addActionListener(pressed -> attendant.go(Destination.VIDEO_CALL));
        patient.addActionListener(pressed -> attendant.go(Destination.PATIENT));
        requests.addActionListener(pressed -> attendant.go(Destination.REQUESTS));
        waiting.addActionListener(pressed -> attendant.go(Destination.WAITING));
        add(video);
        add(Box.createHorizontalStrut(Look.px(4)));
        add(patient);
        add(rule());
        add(requests);
        add(Box.createHorizontalStrut(Look.px(4)));
        add(waiting);
    }

    /** Where there is little room the last word is shorter; a screen reader hears the whole of it. */
    void narrow(boolean yes) {
        waiting.setText(yes ? "Waiting" : "Waiting room");
    }

    /** The first button of each group, for F6. */
    JComponent[] groups() {
        return new JComponent[] {video, requests};
    }

    void show(State state) {
        OpenPatient open = state.patient().orElse(null);
        video.setEnabled(open != null);
        patient.setEnabled(open != null);
        String why = "Open a patient in the clinical system first";
        name(video, "Video call patient", open == null ? why : "Video call patient: " + open.name());
        name(patient, "Open the Patient page", open == null ? why : "Patient page: " + open.name());
        int asked = state.news().map(news -> news.requests()).orElse(0);
        int here = state.news().map(news -> news.count()).orElse(0);
        int replies = state.news().map(news -> news.replies()).orElse(0);
        requests.count(asked + replies);
        waiting.count(here);
        name(
                requests,
                state.news().isEmpty() ? "Requests" : "Requests, " + asked + " open" + unread(replies),
                replies == 0 ? "Open the requests" : "Open the requests" + unread(replies));
        name(
                waiting,
                state.news().isEmpty() ? "Waiting room" : "Waiting room, " + here + " waiting",
                "Open the waiting room");
    }

    private static String unread(int replies) {
        return switch (replies) {
            case 0 -> "";
            case 1 -> ", 1 message not read";
            default -> ", " + replies + " messages not read";
        };
    }

    private static void name(PressButton button, String name, String tip) {
        button.getAccessibleContext().setAccessibleName(name);
        button.getAccessibleContext().setAccessibleDescription(tip);
        button.setToolTipText(tip);
    }

    /** A line between two groups. */
    static JComponent rule() {
        JPanel line = new JPanel();
        line.setBackground(Look.palette().line());
        Dimension size = new Dimension(Math.max(1, Look.px(1)), Look.px(32));
        line.setPreferredSize(size);
        line.setMaximumSize(size);
        line.setMinimumSize(size);
        Box around = Box.createHorizontalBox();
        around.add(Box.createHorizontalStrut(Look.px(12)));
        around.add(line);
        around.add(Box.createHorizontalStrut(Look.px(12)));
        return around;
    }
}
