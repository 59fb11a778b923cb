package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.CallSide;
import uk.anteroom.e2e.people.Company;
import uk.anteroom.e2e.people.DemoPhone;
import uk.anteroom.e2e.people.GuestPage;
import uk.anteroom.e2e.people.PeoplePanel;
import uk.anteroom.e2e.stage.Colour;
import uk.anteroom.e2e.stage.House;
import uk.anteroom.e2e.stage.Tone;
import uk.anteroom.e2e.stage.Window;

class ThirdPersonTest extends Journey {

    private final List<Window> others = new ArrayList<>();

    @AfterEach
    void closeOthers() {
        others.forEach(Window::close);
    }

    @Test
    void daughterJoinsWhenThePatientSaysYesAndEverybodySeesEverybody() {
        meet(ROSA);
        PeoplePanel people = new PeoplePanel(clinician.page());
        people.invite("CARER", "Elena Whitfield", "daughter", "elena.one@mail.example");
        GuestPage elena = guest("Elena Whitfield").arrive(linkToGuest("elena.one@mail.example"));
        people.reads("Elena Whitfield", "Waiting to be let in").reads("Elena Whitfield", "has not answered yet");
        people.offersNot("Admit", "Elena Whitfield");
        elena.call().isConnected().hasNoMedia();
        assertThat(elena.page().content()).doesNotContain("Rosa");

        patient.press("Yes, Elena Whitfield may join");
        people.reads("Elena Whitfield", "Rosa agreed");
        people.admitAtTheDoor("Elena Whitfield");

        new Company(clinician.page())
                .sees("Elena Whitfield", Colour.GREEN)
                .hears("Elena Whitfield", Tone.MIDDLE)
                .counts(3);
        new Company(patient.page()).sees("Elena Whitfield", Colour.GREEN).hears("Elena Whitfield", Tone.MIDDLE);
        elena.call().sees(Colour.BLUE).hears(Tone.LOW);
        elena.company()
                .sees("Rosa Whitfield", Colour.RED)
                .hears("Rosa Whitfield", Tone.HIGH)
                .counts(3);
        clinician.call().sees(Colour.RED);
        patient.call().sees(Colour.BLUE);

        // a guest who reloads disturbs nobody else
        int offers = offersBetweenTheTwo();
        elena.page().reload();
        elena.isIn("live");
        new Company(clinician.page()).sees("Elena Whitfield", Colour.GREEN);
        new Company(patient.page()).sees("Elena Whitfield", Colour.GREEN);
        assertThat(offersBetweenTheTwo()).isEqualTo(offers);

        people.press("Put on hold", "Elena Whitfield");
        assertThat(elena.page().locator("[data-card=on-hold]")).isVisible();
        new Company(clinician.page()).reads("Elena Whitfield", "On hold");
        new Company(patient.page()).reads("Elena Whitfield", "On hold");
        people.press("Bring back", "Elena Whitfield");
        new Company(clinician.page()).sees("Elena Whitfield", Colour.GREEN);
        elena.call().sees(Colour.BLUE);

        people.press("Put on hold", "Rosa Whitfield");
        assertThat(patient.page().locator("[data-card=on-hold]")).isVisible();
        elena.call().sees(Colour.BLUE);
        people.press("Bring back", "Rosa Whitfield");
        clinician.call().sees(Colour.RED);

        people.press("Remove", "Elena Whitfield");
        elena.isIn("over");
        new Company(clinician.page()).isWithout("Elena Whitfield");
        new Company(patient.page()).isWithout("Elena Whitfield");
        elena.page().reload();
        assertThat(elena.page().getByText("You are no longer in this call").first())
                .isVisible();
        clinician.end();
    }

    @Test
    @Tag("matrix")
    void fourPeopleSeeEachOtherAndTheInterpreterIsPinnedForBoth() {
        meet(ROSA);
        PeoplePanel people = new PeoplePanel(clinician.page());
        people.invite("INTERPRETER", "Jan Kowalski", "BSL interpreter", "jan@mail.example");
        people.invite("COLLEAGUE", "Kim Novak", "practice nurse", "kim@mail.example");
        GuestPage jan = guest("Jan Kowalski").arrive(linkToGuest("jan@mail.example"));
        people.press("Admit", "Jan Kowalski");
        GuestPage kim = guest("Kim Novak").arrive(linkToGuest("kim@mail.example"));
        people.press("Admit", "Kim Novak");

        new Company(clinician.page())
                .sees("Jan Kowalski", Colour.GREEN)
                .sees("Kim Novak", Colour.GREEN)
                .counts(4);
        new Company(patient.page()).sees("Jan Kowalski", Colour.GREEN).sees("Kim Novak", Colour.GREEN);
        jan.company().sees("Rosa", Colour.RED).sees("Kim Novak", Colour.GREEN);
        kim.company().sees("Rosa Whitfield", Colour.RED).sees("Jan Kowalski", Colour.GREEN);
        for (CallSide side : List.of(jan.call(), kim.call(), patient.call())) {
            side.sees(Colour.BLUE);
        }
        clinician.call().sees(Colour.RED);
        // who interprets is not told who the patient is
        assertThat(jan.page().content()).doesNotContain("Whitfield");

        people.press("Show large", "Jan Kowalski");
        new Company(clinician.page()).showsAsLargeAsTheOther("Jan Kowalski");
        new Company(patient.page()).showsAsLargeAsTheOther("Jan Kowalski");
        people.press("Show small", "Jan Kowalski");
        clinician.end();
        jan.isIn("ended");
        kim.isIn("ended");
    }

    private GuestPage guest(String name) {
        Window window = House.open().guestWindow();
        others.add(window);
        return new GuestPage(window.page(), name);
    }

    private String linkToGuest(String email) {
        var tab = home.tab();
        try {
            return new DemoPhone(tab).guestLink(email);
        } finally {
            tab.close();
        }
    }

    private int offersBetweenTheTwo() {
        String rosa = patientSeat();
        return (int) List.copyOf(surgery.transcript()).stream()
                .filter(line -> line.contains(" > ") && line.contains("\"type\":\"offer\"") && line.contains(rosa))
                .count();
    }

    private String patientSeat() {
        return clinician.page().locator("#guests > li").first().getAttribute("data-seat");
    }
}
