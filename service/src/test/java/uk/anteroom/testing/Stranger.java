package uk.anteroom.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import uk.anteroom.testing.Browser.Page;

/** Somebody whom nobody knows, who asks a practice for something on its public page. */
public final class Stranger {

    public final Browser browser;
    private final String practice;
    private final Map<String, Map<String, String>> answers = new LinkedHashMap<>();

    /** Answers as Rosa would, by her postcode, until told otherwise. */
    public Stranger(Browser browser, String publicCode) {
        this.browser = browser;
        this.practice = "/p/" + publicCode;
        answers.put("signs", Map.of("signs", "NONE"));
        answers.put("kind", Map.of("kind", "MEDICAL"));
        answers.put("about", Map.of("title", "Rash on my arm", "details", "It began on Sunday.\nIt itches."));
        answers.put("safety", Map.of("worse", "NO", "since", "3 days", "tried", "", "soon", "FEW_DAYS"));
        answers.put("files", Map.of());
        answers.put(
                "who",
                Map.of(
                        "givenName", "Rosa",
                        "familyName", "Whitfield",
                        "day", "14",
                        "month", "3",
                        "year", "1957",
                        "nhsNumber", "",
                        "postcode", "LS1 4AP"));
        answers.put("reach", Map.of("email", "rosa@mail.example", "mobile", "07700 900123", "way", "TEXT"));
    }

    /** Answers that question otherwise. */
    public Stranger says(String step, Map<String, String> fields) {
        Map<String, String> now = new LinkedHashMap<>(answers.getOrDefault(step, Map.of()));
        now.putAll(fields);
        answers.put(step, now);
        return this;
    }

    public Page open(String step) {
        return browser.open(practice + "/ask/" + step);
    }

    /** Begins, and answers where this leads. */
    public Page begins() {
        return browser.submit(browser.open(practice), "form[action$=/ask]", Map.of());
    }

    /** Answers one question on its page. */
    public Page answers(String step) {
        return submits(open(step), step);
    }

    /** Fills in the page of a question that is open. */
    public Page submits(Page page, String step) {
        return browser.submit(page, "form[action$=/ask/" + step + "]", answers.getOrDefault(step, Map.of()));
    }

    /** Answers every question that is asked, from the first; ends where all answers are shown, or where it cannot go on. */
    public Page fillsIn() {
        Page page = begins();
        for (int asked = 0; asked < answers.size() && page.path().contains("/ask/"); asked++) {
            String step = page.path().substring(page.path().lastIndexOf('/') + 1);
            if (!answers.containsKey(step) || page.status() != 200) {
                break;
            }
            page = submits(page, step);
        }
        return page;
    }

    /** Presses {@code Send request}. */
    public Page sends(Page check) {
        return browser.submit(check, "form[action$=/ask/sending]", Map.of());
    }
}
