package uk.anteroom.process;

/**
 * One death that the schedule holds.
 *
 * @param victim which process dies
 * @param moment how far the code has come on its way
 * @param millis how long after that moment, in milliseconds
 */
record Blow(Victim victim, Moment moment, int millis) {

    enum Victim {
        SERVICE,
        RECORD
    }

    /** Each is a step at which either side may be left alone with what it knows. */
    enum Moment {
        /** The clinician has said that it is completed and was not answered. */
        DECIDING,
        /** The record has not seen the request yet. */
        ASKED,
        /** The record is at work on it. */
        UNDER_WAY,
        /** The record has done it and the service does not know. */
        ANSWERED,
        /** The service has the answer and has not written it down yet. */
        TOLD
    }
}
