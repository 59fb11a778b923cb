import { expect, it } from "vitest";
import { placeOf } from "./place";

const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const ANDROID = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)";
const WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
const MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)";

it.each([
  [`${IPHONE} Version/18.1 Mobile/15E148 Safari/604.1`, 5, "safari", "ios", undefined],
  [`${IPHONE} CriOS/141.0.0.0 Mobile/15E148 Safari/604.1`, 5, "chrome", "ios", undefined],
  [`${IPHONE} FxiOS/140.0 Mobile/15E148 Safari/605.1.15`, 5, "firefox", "ios", undefined],
  [`${IPHONE} EdgiOS/141.0 Version/18.0 Mobile/15E148 Safari/604.1`, 5, "edge", "ios", undefined],
  [`${MAC} Version/18.1 Safari/605.1.15`, 5, "safari", "ios", undefined],
  [`${MAC} Version/18.1 Safari/605.1.15`, 0, "safari", "mac", undefined],
  [`${MAC} Chrome/141.0.0.0 Safari/537.36`, 0, "chrome", "mac", undefined],
  [`${ANDROID} Chrome/141.0.0.0 Mobile Safari/537.36`, 5, "chrome", "android", undefined],
  [`${ANDROID} SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36`, 5, "samsung", "android", undefined],
  ["Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", 5, "firefox", "android", undefined],
  [`${ANDROID} Chrome/141.0.0.0 Mobile Safari/537.36 EdgA/141.0.0.0`, 5, "edge", "android", undefined],
  [`${WINDOWS} Chrome/141.0.0.0 Safari/537.36`, 0, "chrome", "windows", undefined],
  [`${WINDOWS} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`, 10, "edge", "windows", undefined],
  ["Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0", 0, "firefox", "windows", undefined],
  [
    "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
    0,
    "chrome",
    "chromeos",
    undefined,
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", 0, "firefox", "linux", undefined],
  [`${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/480.0.0.33.108;FBBV/1;FBDV/iPhone14,5]`, 5, "in-app", "ios", "Facebook"],
  [`${ANDROID} Version/4.0 Chrome/141.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/480.0.0.33;]`, 5, "in-app", "android", "Facebook"],
  [`${IPHONE} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/480.0]`, 5, "in-app", "ios", "Messenger"],
  [`${IPHONE} Mobile/15E148 Instagram 350.0.0.0`, 5, "in-app", "ios", "Instagram"],
  [`${ANDROID} Chrome/141.0.0.0 Mobile Safari/537.36 WhatsApp/2.25`, 5, "in-app", "android", "WhatsApp"],
  [`${IPHONE} GSA/380.0 Mobile/15E148 Safari/604.1`, 5, "in-app", "ios", "Google"],
  [`${IPHONE} Mobile/15E148 [LinkedInApp]/9.30`, 5, "in-app", "ios", "LinkedIn"],
  [`${ANDROID} Version/4.0 Chrome/141.0.0.0 Mobile Safari/537.36 trill_350 BytedanceWebview/d8a21c6`, 5, "in-app", "android", "TikTok"],
  [`${IPHONE} Mobile/15E148 Twitter for iPhone/10.60`, 5, "in-app", "ios", "X"],
  [`${ANDROID} Chrome/141.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50`, 5, "in-app", "android", "WeChat"],
  [
    "Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 Version/4.0 Chrome/141.0.0.0 Mobile Safari/537.36",
    5,
    "in-app",
    "android",
    "",
  ],
  [`${IPHONE} Mobile/15E148`, 5, "in-app", "ios", ""],
  ["something else", 0, "other", "other", undefined],
])("%s with %i touch points is %s on %s, in %s", (agent, touchPoints, browser, system, app) => {
  expect(placeOf(agent, touchPoints)).toEqual({ browser, system, ...(app !== undefined && { app }) });
});
