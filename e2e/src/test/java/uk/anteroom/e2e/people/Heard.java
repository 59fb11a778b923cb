package uk.anteroom.e2e.people;

import com.microsoft.playwright.Page;
import java.util.Map;

/**
 * How the sound came in for a while.
 *
 * @param lostPercent of its packets that never came
 * @param concealedPercent of what was played that the browser had to make up
 */
public record Heard(double lostPercent, double concealedPercent) {

    private static final String COUNT = """
            async () => {
              const count = { lost: 0, received: 0, concealed: 0, samples: 0 };
              for (const report of (await window.callConnection().getStats()).values()) {
                if (report.type === 'inbound-rtp' && report.kind === 'audio') {
                  count.lost += report.packetsLost;
                  count.received += report.packetsReceived;
                  count.concealed += report.concealedSamples;
                  count.samples += report.totalSamplesReceived;
                }
              }
              return count;
            }
            """;

    static Map<?, ?> count(Page page) {
        return (Map<?, ?>) page.evaluate(COUNT);
    }

    static Heard between(Map<?, ?> before, Map<?, ?> after) {
        double lost = more(before, after, "lost");
        return new Heard(
                100 * lost / (lost + more(before, after, "received")),
                100 * more(before, after, "concealed") / more(before, after, "samples"));
    }

    private static double more(Map<?, ?> before, Map<?, ?> after, String name) {
        return ((Number) after.get(name)).doubleValue() - ((Number) before.get(name)).doubleValue();
    }
}
