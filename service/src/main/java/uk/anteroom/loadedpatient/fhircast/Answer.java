package uk.anteroom.loadedpatient.fhircast;

/** What a program answers to an event (2-5, Event Notification Response). */
record Answer(String eventId, int status) {

    /** Any 2xx code indicates success, any other code indicates failure. */
    boolean good() {
        return status / 100 == 2;
    }
}
