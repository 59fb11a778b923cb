package uk.anteroom.e2e.stage;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * A telephone whose screen is locked: not one line of the page's scripts runs, so nothing is sent, and timers stand. Freezing the page would be nearer to it,
 * but browsers do not freeze a page that has a connection to another device.
 */
public final class Lock implements AutoCloseable {

    private final CDPSession browser;

    public Lock(Page page) {
        browser = page.context().newCDPSession(page);
        browser.send("Debugger.enable");
        browser.send("Debugger.pause");
    }

    /** Unlocked: the page finds out by itself. */
    @Override
    public void close() {
        browser.send("Debugger.disable");
        browser.detach();
    }
}
