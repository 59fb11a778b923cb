package uk.anteroom.request;

import uk.anteroom.kernel.PracticeId;

/** A request has come in. Announced in its commit, once. */
public record RequestReceived(PracticeId practice, RequestId request, PatientRequest.Urgency urgency) {}
