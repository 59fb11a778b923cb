package uk.anteroom.patient;

import java.util.List;

/**
 * One page of the practice list.
 *
 * @param page from 1
 * @param more whether there is a page after this one
 */
public record PatientsFound(List<Patient> patients, int page, boolean more) {

    /** How many patients stand on a page. */
    public static final int PAGE = 25;
}
