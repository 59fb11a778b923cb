package uk.anteroom.publicweb;

/** Ring 999. */
record EmergencyPage(Surgery surgery) {}
