package uk.anteroom.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.anteroom.desktop.ConnectedProgram;
import uk.anteroom.desktop.Destination;
import uk.anteroom.desktop.ProgramConnected;
import uk.anteroom.desktop.ProgramKind;
import uk.anteroom.desktop.Programs;
import uk.anteroom.desktop.Ways;
import uk.anteroom.loadedpatient.Caller;
import uk.anteroom.loadedpatient.EventName;
import uk.anteroom.loadedpatient.FhircastHub;
import uk.anteroom.loadedpatient.Topics;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.StaffMember;

/** Somebody's desk: the programs that act for them. */
@Component
public class Desk {

    private final Programs programs;
    private final Ways ways;
    private final Topics topics;
    private final FhircastHub hub;

    Desk(Programs programs, Ways ways, Topics topics, FhircastHub hub) {
        this.programs = programs;
        this.ways = ways;
        this.topics = topics;
        this.hub = hub;
    }

    public ProgramConnected connect(StaffMember by, ProgramKind kind) {
        return programs.connect(by, kind);
    }

    public String token(StaffMember by, ProgramKind kind) {
        return connect(by, kind).token().text();
    }

    public RawProgram clinicalSystem(int port, StaffMember by) {
        return new RawProgram(port, token(by, ProgramKind.CLINICAL_SYSTEM));
    }

    public RawProgram toolbar(int port, StaffMember by) {
        return new RawProgram(port, token(by, ProgramKind.TOOLBAR));
    }

    /** Their clinical system opens a patient. */
    public void opens(StaffMember by, Patient patient) {
        ConnectedProgram program = connect(by, ProgramKind.CLINICAL_SYSTEM).program();
        Set<EventName> all = Set.of(EventName.values());
        Caller caller = new Caller(by, program.id().value(), all, all, program.lasts());
        hub.event(caller, Fhircast.open(topics.of(by).name(), Fhircast.id(), Instant.now(), patient));
    }

    /** The clinician's clinical system has Rosa open, a toolbar listens, and a way was asked for. */
    public void opens(Surgery surgery) {
        StaffMember by = surgery.clinician();
        ConnectedProgram program = connect(by, ProgramKind.CLINICAL_SYSTEM).program();
        Set<EventName> all = Set.of(EventName.values());
        Caller caller = new Caller(by, program.id().value(), all, all, program.lasts());
        String topic = topics.of(by).name();
        hub.event(caller, Fhircast.open(topic, Fhircast.id(), Instant.now(), surgery.rosa()));
        hub.subscription(
                caller,
                Map.of(
                        "hub.channel.type", List.of("websocket"),
                        "hub.mode", List.of("subscribe"),
                        "hub.topic", List.of(topic),
                        "hub.events", List.of("Patient-open")));
        ways.make(program, new Destination(Destination.Kind.REQUESTS, null));
    }
}
