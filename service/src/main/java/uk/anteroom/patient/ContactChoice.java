package uk.anteroom.patient;

/**
 * How a patient wants to be written to, and what the practice list says about that.
 *
 * @param email whether they want emails
 * @param sms whether they want text messages
 * @param listForbidsEmail an opt-out on the list, which can only be taken back there
 * @param listForbidsSms the same for text messages
 */
public record ContactChoice(boolean email, boolean sms, boolean listForbidsEmail, boolean listForbidsSms) {}
