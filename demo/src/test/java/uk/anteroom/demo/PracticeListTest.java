package uk.anteroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import uk.anteroom.demo.cast.Person;
import uk.anteroom.demo.cast.Surgery;
import uk.anteroom.demo.cast.Worker;
import uk.anteroom.demo.record.RecordStore;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.needs.Needs;
import uk.anteroom.needs.PatientNeeds;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.practicelist.ListReading;
import uk.anteroom.practicelist.ListReadings;

/** The demo's clinical system tells the demo's practices who their patients are. */
class PracticeListTest {

    private static final String PATIENTS = "/demo/clinical-system/fhir/Patient";
    private static final int EVERYBODY = Person.values().length + RunningDemo.CROWD;

    private final RunningDemo demo = RunningDemo.get();

    @Test
    void patientsComeInPagesThatLinkToTheNext() throws Exception {
        List<String> ids = new ArrayList<>();
        int pages = 0;
        for (String next = PATIENTS + "?_count=2"; next != null; pages++) {
            Bundle page = bundle(next);
            assertThat(page.getEntry()).hasSizeLessThanOrEqualTo(2);
            page.getEntry()
                    .forEach(entry -> ids.add(entry.getResource().getIdElement().getIdPart()));
            Bundle.BundleLinkComponent link = page.getLink("next");
            if (link != null) {
                assertThat(link.getUrl())
                        .startsWith(demo.at("/demo/clinical-system/fhir").toString());
            }
            next = link == null
                    ? null
                    : URI.create(link.getUrl()).getPath() + "?"
                            + URI.create(link.getUrl()).getRawQuery();
        }
        assertThat(pages).isEqualTo((EVERYBODY + 1) / 2);
        assertThat(ids).hasSize(EVERYBODY).doesNotHaveDuplicates();
    }

    @Test
    void onlyWhatChangedSinceIsAnswered() throws Exception {
        Instant before = Instant.now();
        assertThat(bundle(PATIENTS + "?_lastUpdated=ge" + before).getEntry()).isEmpty();
        writes(Person.GRACE, "07700 900777");
        Bundle changed = bundle(PATIENTS + "?_lastUpdated=ge" + before);
        assertThat(changed.getEntry()).hasSize(1);
        Patient grace = (Patient) changed.getEntryFirstRep().getResource();
        assertThat(grace.getIdElement().getIdPart()).isEqualTo(Person.GRACE.id().toString());
        assertThat(grace.getMeta().getLastUpdated()).isAfterOrEqualTo(before);
        assertThat(grace.getManagingOrganization().getIdentifier().getValue()).isEqualTo("A83008");
    }

    @Test
    void aReadingFindsTheCastAndNobodyLeaves() throws Exception {
        ListReading first = read();
        assertThat(first.counts().gone()).isZero();
        assertThat(first.counts().added()).isZero();
        assertThat(first.counts().refused()).isZero();
        assertThat(demo.asked(Surgery.RIVERSIDE, "select count(*) from patient where left_at is null"))
                .isEqualTo(Integer.toString(5 + RunningDemo.CROWD));
        writes(Person.WALTER, "07700 900888");
        assertThat(read().counts().changed()).isEqualTo(1);
        assertThat(demo.part(Patients.class)
                        .find(Surgery.RIVERSIDE.id(), Person.WALTER.id())
                        .orElseThrow()
                        .mobile()
                        .shown())
                .isEqualTo("07700 900888");
        assertThat(read().counts().changed()).isZero();
    }

    @Test
    void inesSpeaksPortugueseThroughAnInterpreterAndWalterReadsLargePrint() {
        read();
        PatientNeeds needs = demo.part(PatientNeeds.class);
        assertThat(needs.of(Surgery.RIVERSIDE.id(), Person.INES.id()))
                .isEqualTo(new Needs(false, false, true, Optional.of(Locale.of("pt"))));
        assertThat(needs.of(Surgery.RIVERSIDE.id(), Person.WALTER.id()))
                .isEqualTo(new Needs(true, false, false, Optional.empty()));
    }

    private ListReading read() {
        ListReadings readings = demo.part(ListReadings.class);
        StaffMember priya = demo.part(Staff.class)
                .find(Surgery.RIVERSIDE.id(), new StaffId(Worker.PRIYA.id()))
                .orElseThrow();
        assertThat(readings.begin(priya, false)).isEqualTo(ListReadings.Beginning.BEGUN);
        ListReading newest;
        do {
            LockSupport.parkNanos(20_000_000);
            newest = readings.look(priya).newest().orElseThrow();
        } while (newest.running());
        assertThat(newest.problem()).isNull();
        return newest;
    }

    /** As somebody at the clinical system would. */
    private void writes(Person whose, String mobile) {
        demo.part(RecordStore.class)
                .mobile(
                        whose.id().value(),
                        new MobileNumber("+44" + mobile.substring(1).replace(" ", "")));
    }

    private Bundle bundle(String path) throws Exception {
        HttpResponse<String> answer = demo.ask(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, answer.body());
    }
}
