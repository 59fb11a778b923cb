// Firefox for the journeys in Java: one command a line on standard input, one answer a line on standard output, in order.
//   {"do":"open","url":…}  {"do":"evaluate","script":"(argument) => …","argument":…}  {"do":"press","name":…}
//   {"do":"fill","label":…,"text":…}  {"do":"photograph","file":…}
// An answer is {"value":…} or {"error":…}. The end of the input closes the browser.
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
  headless: true,
  acceptInsecureCerts: true,
  defaultViewport: { width: 1280, height: 800 },
  extraPrefsFirefox: {
    "media.navigator.streams.fake": true,
    "media.navigator.permission.disabled": true,
    "media.autoplay.default": 0,
    // the stories tell the two ends of a path apart by their addresses
    "media.peerconnection.ice.obfuscate_host_addresses": false,
    // nothing leaves the machine
    "app.update.enabled": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "services.settings.server": "data:,",
    "browser.safebrowsing.malware.enabled": false,
    "browser.safebrowsing.phishing.enabled": false,
    "media.gmp-manager.url": "data:,",
    "media.gmp-provider.enabled": false,
  },
});
const page = await browser.newPage();
await page.evaluateOnNewDocument(() => {
  window.keptConnections = [];
  // the page also opens connections with itself, to try the way; they carry no picture
  window.callConnection = () => window.keptConnections.findLast((one) => one.getTransceivers().length > 0);
  window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
    construct(target, given, made) {
      const connection = Reflect.construct(target, given, made);
      window.keptConnections.push(connection);
      return connection;
    },
  });
});

const PATIENCE_MS = 15_000;
const PAUSE_MS = 100;

/** Runs in the page: the visible control of that name, which is its label, what it is called, or its words. */
function control(wanted) {
  const named = (element) => {
    const label = element.labels?.[0];
    return [label?.innerText, element.getAttribute("aria-label"), element.innerText].some((text) => text?.trim() === wanted);
  };
  // a box is drawn by its label
  const shown = (element) => element.checkVisibility() && !element.disabled;
  return [...document.querySelectorAll("button, a, input")].find((element) => shown(element) && named(element)) ?? null;
}

/** Waits for a control. Not by waitForFunction, which the pages' policy against scripts forbids. */
async function find(name) {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const found = (await page.evaluateHandle(control, name)).asElement();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`Nothing called ${name} on ${await page.title()}`);
}

const acts = {
  open: async ({ url }) => void (await page.goto(url)),
  evaluate: ({ script, argument }) => page.evaluate(`(${script})(${JSON.stringify(argument ?? null)})`),
  press: async ({ name }) => {
    const control = await find(name);
    await control.scrollIntoView();
    await control.click();
  },
  fill: async ({ label, text }) => {
    const field = await find(label);
    await field.evaluate((element) => (element.value = ""));
    await field.type(text);
  },
  photograph: async ({ file }) => void (await page.screenshot({ path: file })),
};

console.log(JSON.stringify({ value: await browser.version() }));
for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  try {
    console.log(JSON.stringify({ value: (await acts[command.do](command)) ?? null }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}
await browser.close();
