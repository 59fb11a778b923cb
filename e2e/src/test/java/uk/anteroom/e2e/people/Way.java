package uk.anteroom.e2e.people;

import com.microsoft.playwright.Page;
import java.util.Map;

/**
 * The way that picture and sound take out of a device.
 *
 * @param kind of the local candidate: host, srflx, prflx or relay
 * @param relayProtocol how the device speaks to the relay, or null where there is none between
 */
public record Way(String kind, String relayProtocol) {

    private static final String READ = """
            async () => {
              const reports = await window.callConnection().getStats();
              const transport = [...reports.values()].find((report) => report.type === 'transport');
              const local = reports.get(reports.get(transport.selectedCandidatePairId).localCandidateId);
              return { kind: local.candidateType, relayProtocol: local.relayProtocol ?? null };
            }
            """;

    static Way of(Page page) {
        Map<?, ?> read = (Map<?, ?>) page.evaluate(READ);
        return new Way((String) read.get("kind"), (String) read.get("relayProtocol"));
    }

    public boolean relayed() {
        return kind.equals("relay");
    }
}
