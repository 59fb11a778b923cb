package uk.anteroom.staffweb;

/** Asks whether the browser is to be signed in as somebody else than until now. */
record OpenPage(String action, String here, String other) {}
