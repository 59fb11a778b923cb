package uk.anteroom.nhslogin;

import java.net.URI;

/**
 * The way to NHS login.
 *
 * @param there where the browser goes
 * @param kept what it keeps meanwhile, sealed
 */
public record NhsLoginTrip(URI there, String kept) {

    @Override
    public String toString() {
        return "NhsLoginTrip(hidden)";
    }
}
