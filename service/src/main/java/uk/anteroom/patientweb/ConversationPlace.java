package uk.anteroom.patientweb;

import uk.anteroom.conversation.ConversationVisit;
import uk.anteroom.fileexchange.FileReader;

/** Where the patient has the conversation in front of them. */
enum ConversationPlace {
    /** A page of its own, behind the link of a letter. */
    PAGE("/messages", "patient/messages"),
    /** The same page, for whoever is signed in to an account. */
    ACCOUNT("/account/messages", "patient/messages"),
    /** The same, for a carer, who writes in their own name where the practice lets them. */
    CARER("/account/messages", "patient/messages"),
    /** A panel beside the picture of a call. */
    CALL("/visit/messages", "patient/call-messages");

    private final String address;
    private final String view;

    ConversationPlace(String address, String view) {
        this.address = address;
        this.view = view;
    }

    /** Where it is read, and replies are posted. */
    String address() {
        return address;
    }

    String view() {
        return view;
    }

    /** Whoever reads files there. */
    FileReader reader(ConversationVisit visit) {
        return FileReader.patient(visit.practice().id(), visit.patient(), address, this == CALL);
    }
}
