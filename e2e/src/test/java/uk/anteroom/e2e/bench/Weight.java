package uk.anteroom.e2e.bench;

import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.anteroom.e2e.people.ClinicianWindow;
import uk.anteroom.e2e.stage.House;
import uk.anteroom.e2e.stage.Window;

/** What the patient's browser fetches at the link and then in the waiting room, as Chromium counts it: compressed bodies. */
public final class Weight {

    private final House house = House.open();
    private final List<Request> requests = new ArrayList<>();

    private Weight() {}

    public static void main(String[] arguments) {
        new Weight().run();
        House.leave();
    }

    private void run() {
        try (Window surgery = house.surgeryWindow();
                Visit visit = new Visit(house, new ClinicianWindow(surgery.page())).invite()) {
            Page page = visit.patient.page();
            page.onRequestFinished(requests::add);
            visit.patient.open(visit.link());
            page.waitForLoadState(LoadState.NETWORKIDLE);
            print("The link, first view");
            visit.patient.confirm(ROSA).isInTheWaitingRoom();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            print("The waiting room, after it");
        }
    }

    private void print(String title) {
        System.out.println("\n" + title);
        long total = 0;
        long script = 0;
        // what came from the browser's own cache was not fetched
        List<Request> fetched = requests.stream()
                .filter(one -> one.sizes().responseBodySize >= 0)
                .toList();
        for (Request request : fetched) {
            int bytes = request.sizes().responseBodySize;
            URI address = URI.create(request.url());
            String encoding = request.response().headers().getOrDefault("content-encoding", "as it is");
            boolean call = address.getPath().matches("/js/(visit|part-).*");
            total += bytes;
            script += call ? bytes : 0;
            System.out.printf(
                    Locale.UK,
                    "  %,8d  %-8s  %s  %s%n",
                    bytes,
                    encoding,
                    address.getHost(),
                    address.getPath().replaceFirst("^/v/.*", "/v/…"));
        }
        System.out.printf(
                Locale.UK,
                "  %d requests, %.1f KiB, of which the call script %.1f KiB, hosts %d%n",
                fetched.size(),
                total / 1024.0,
                script / 1024.0,
                fetched.stream()
                        .map(one -> URI.create(one.url()).getHost())
                        .distinct()
                        .count());
        requests.clear();
    }
}
