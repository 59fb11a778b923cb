package uk.anteroom.publicweb;

/** The practice has the request. Nothing on it depends on who sent it, or on whether they are a patient there. */
record SentPage(Surgery surgery, String reference, Hours.Shown hours) {}
