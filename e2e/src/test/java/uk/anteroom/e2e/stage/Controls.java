package uk.anteroom.e2e.stage;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** The browser's own controls, which no page reaches: what its owner allows, and what it calls itself. */
public final class Controls {

    private final CDPSession browser;
    private final Page page;

    public Controls(Page page) {
        this.page = page;
        this.browser = page.context().newCDPSession(page);
    }

    /** For camera and microphone: {@code denied}, or {@code prompt}, whose question nobody answers here and which closes by itself. */
    public void allow(String setting) {
        JsonObject target = browser.send("Target.getTargetInfo").getAsJsonObject("targetInfo");
        // never detached: what it set would be forgotten with it
        CDPSession owner = page.context().browser().newBrowserCDPSession();
        for (String device : new String[] {"camera", "microphone"}) {
            JsonObject permission = new JsonObject();
            permission.addProperty("name", device);
            JsonObject wanted = new JsonObject();
            wanted.add("permission", permission);
            wanted.addProperty("setting", setting);
            wanted.addProperty("origin", page.url().replaceAll("(https?://[^/]+).*", "$1"));
            // else it is set for another window
            wanted.add("browserContextId", target.get("browserContextId"));
            owner.send("Browser.setPermission", wanted);
        }
    }

    public void callItself(String agent) {
        JsonObject wanted = new JsonObject();
        wanted.addProperty("userAgent", agent);
        browser.send("Network.setUserAgentOverride", wanted);
    }
}
