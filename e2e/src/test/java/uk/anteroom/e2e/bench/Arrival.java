package uk.anteroom.e2e.bench;

import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Page;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.anteroom.e2e.people.ClinicianWindow;
import uk.anteroom.e2e.stage.House;
import uk.anteroom.e2e.stage.Window;

/**
 * How long it takes from a patient's {@code hello} until the staff's page has the event, and until the clinician's socket has the room:
 * commit included. Sockets and stream are opened by hand in the pages of two browsers, so that no drawing is measured.
 */
public final class Arrival {

    private static final int ROUNDS = Integer.getInteger("rounds", 200);
    /** Everything is loaded, and compiled, for the first time. */
    private static final int WARM_UP = 30;

    /** A page that closed without a word is away after 25 s. */
    private static final double AWAY_MS = 45_000;

    private static final String NOW = "performance.timeOrigin + performance.now()";

    /** Listens to the stream and to the clinician's socket; keeps when each said last that somebody is here. */
    private static final String LISTEN = """
            async ({ pass }) => {
              window.told = { stream: 0, streamHere: false, socket: 0, socketHere: false };
              const now = () => %1$s;
              const answer = await fetch('/arrivals');
              const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
              (async () => {
                for (;;) {
                  const { done, value } = await reader.read();
                  if (done) return;
                  if (!value.includes('data:')) continue;
                  told.stream = now();
                  told.streamHere = value.includes('is waiting');
                }
              })();
              const socket = new WebSocket(location.origin.replace('http', 'ws') + '/signal');
              await new Promise((opened) => (socket.onopen = opened));
              socket.send(JSON.stringify({ t: 'hello', pass, proto: 1 }));
              let heard = 0;
              socket.onmessage = ({ data }) => {
                const message = JSON.parse(data);
                if (message.s) socket.send(JSON.stringify({ t: 'ack', a: (heard = message.s) }));
                if (message.t !== 'snapshot') return;
                told.socket = now();
                told.socketHere = message.participants.some(({ role, presence }) => role === 'patient' && presence === 'here');
              };
              setInterval(() => socket.send(JSON.stringify({ t: 'ping', time: Date.now(), a: heard })), 5000);
            }
            """.formatted(NOW);

    /** Comes, and answers when it said so; goes again when it is told to. */
    private static final String COME = """
            async ({ header, token }) => {
              const answer = await fetch('/visit/pass', { method: 'POST', headers: { [header]: token } });
              const { pass } = await answer.json();
              window.socket = new WebSocket(location.origin.replace('http', 'ws') + '/signal');
              await new Promise((opened) => (socket.onopen = opened));
              const at = %s;
              socket.send(JSON.stringify({ t: 'hello', pass, proto: 1 }));
              return at;
            }
            """.formatted(NOW);

    private static final String GO = """
            () => {
              socket.send(JSON.stringify({ t: 'leave', s: 1, cid: crypto.randomUUID() }));
            }
            """;

    private Arrival() {}

    public static void main(String[] arguments) {
        House house = House.open();
        Window surgery = house.surgeryWindow();
        ClinicianWindow clinician = new ClinicianWindow(surgery.page());
        try (Visit visit = new Visit(house, clinician).invite()) {
            measure(visit, surgery.page());
        }
        House.leave();
    }

    private static void measure(Visit visit, Page staff) {
        System.out.printf(
                Locale.UK,
                "Load of the machine %.1f, processors %d%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        Object pass = staff.evaluate("""
                async (url) => {
                  const content = (name) => document.querySelector(`meta[name=${name}]`).content;
                  const answer = await fetch(url, { method: 'POST', headers: { [content('csrf-header')]: content('csrf-token') } });
                  return (await answer.json()).pass;
                }
                """, visit.consultation() + "/pass");
        staff.navigate("/patients");
        staff.evaluate(LISTEN, Map.of("pass", pass));
        Page patient = visit.patient.page();
        visit.patient.open(visit.link()).confirm(ROSA).isInTheWaitingRoom();
        Object csrf = patient.evaluate("""
                () => {
                  const content = (name) => document.querySelector(`meta[name=${name}]`).content;
                  return { header: content('csrf-header'), token: content('csrf-token') };
                }
                """);
        // a page of the same origin without a socket of its own
        patient.navigate("/demo");
        List<Double> stream = new ArrayList<>();
        List<Double> socket = new ArrayList<>();
        // whoever comes back before they are missed is no news
        staff.waitForFunction(
                "() => !told.streamHere && !told.socketHere",
                null,
                new Page.WaitForFunctionOptions().setTimeout(AWAY_MS));
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double said = ((Number) patient.evaluate(COME, csrf)).doubleValue();
            staff.waitForFunction(
                    "(at) => told.streamHere && told.socketHere && told.stream > at && told.socket > at", said);
            Map<?, ?> told = (Map<?, ?>) staff.evaluate("() => told");
            if (round >= 0) {
                stream.add(((Number) told.get("stream")).doubleValue() - said);
                socket.add(((Number) told.get("socket")).doubleValue() - said);
            }
            patient.evaluate(GO);
            staff.waitForFunction("() => !told.streamHere && !told.socketHere");
            patient.evaluate("() => socket.close()");
        }
        print("any staff page, event stream", stream);
        print("clinician's page, socket", socket);
    }

    private static void print(String what, List<Double> figures) {
        System.out.printf(
                Locale.UK,
                "hello to %s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, %d rounds%n",
                what,
                percentile(figures, 50),
                percentile(figures, 95),
                percentile(figures, 99),
                figures.size());
    }

    /** By nearest rank. */
    private static double percentile(List<Double> figures, int percent) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(percent / 100.0 * sorted.size()) - 1));
    }
}
