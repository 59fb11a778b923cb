package uk.anteroom.demo;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.anteroom.demo.cast.Worker;
import uk.anteroom.demo.lan.Lan;
import uk.anteroom.web.QrCode;

/** What is printed when the demo is ready: where to go, and as whom. */
final class Banner {

    private Banner() {}

    static String of(URI address, @Nullable Lan lan, boolean scanned) {
        StringBuilder text = new StringBuilder();
        text.append("\nAnteroom demo. Nothing here is real. Begin at\n\n    ")
                .append(address)
                .append("\n\n    ")
                .append(address.resolve("/demo/clinical-system"))
                .append("   the record, with the camera icon\n    ")
                .append(address.resolve("/demo/phone"))
                .append("             what patients were sent\n    ")
                .append(address.resolve("/sign-in"))
                .append("                practice staff, all with the password ")
                .append(Worker.PASSWORD)
                .append("\n\n");
        for (Worker worker : Worker.values()) {
            text.append(String.format(
                    Locale.ROOT,
                    "    %-18s %-17s %-23s %s%n",
                    worker.shownName(),
                    worker.shownRole(),
                    worker.surgery().title(),
                    worker.email()));
        }
        if (lan != null) {
            text.append("\nA telephone on this network opens ")
                    .append(lan.entrance())
                    .append("\n\n")
                    .append(QrCode.of(lan.entrance()).text())
                    .append("\n    ")
                    .append(Lan.ACCEPT)
                    .append(
                            "\n    Everybody on this network can open the demo, and its passwords are public: use it only among people"
                                    + " you trust.\n");
        }
        if (!scanned) {
            text.append(
                    "\nThere is no virus scanner (clamd) here: files in conversations wait, and nobody can read them.\n");
        }
        return text.append("\nCtrl-C stops it; what you did is kept.\n").toString();
    }
}
