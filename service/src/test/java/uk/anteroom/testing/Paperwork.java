package uk.anteroom.testing;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.anteroom.request.GroupId;
import uk.anteroom.request.InboxGroups;
import uk.anteroom.request.Lookers;
import uk.anteroom.request.NewRequest;
import uk.anteroom.request.PatientRequest.Kind;
import uk.anteroom.request.PatientRequest.Urgency;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.RequestNotes;
import uk.anteroom.request.Requests;
import uk.anteroom.request.Sender;

/** Everything that can be about a request. */
@Component
public class Paperwork {

    private final Requests requests;
    private final RequestNotes notes;
    private final InboxGroups groups;
    private final Lookers lookers;

    Paperwork(Requests requests, RequestNotes notes, InboxGroups groups, Lookers lookers) {
        this.requests = requests;
        this.notes = notes;
        this.groups = groups;
        this.lookers = lookers;
    }

    /** A locked request with a note, looked at by the receptionist, and a group of which they are. */
    public void pile(Surgery surgery) {
        RequestId id = new RequestId(UUID.randomUUID());
        Sender sender = new Sender("Max", "Stray", null, null, null, null, null);
        requests.receive(
                surgery.practice(),
                new NewRequest(id, null, sender, Kind.MEDICAL, Urgency.URGENT, "My knee", "It hurts."));
        notes.write(surgery.receptionist(), id, UUID.randomUUID(), "Rang, no answer.");
        lookers.here(surgery.receptionist(), id, UUID.randomUUID());
        groups.save(
                surgery.manager(),
                new GroupId(UUID.randomUUID()),
                "Prescriptions",
                Set.of(surgery.receptionist().id()));
    }
}
