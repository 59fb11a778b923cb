package uk.anteroom.desktop;

import java.time.Duration;

/**
 * What a program is told that asks to be connected.
 *
 * @param deviceCode by which it asks whether somebody has answered; a secret
 * @param userCode what a person compares or types, such as WDJB-MJHT
 * @param lasts how long both work
 * @param interval how long to wait before each question
 */
public record AskedCode(String deviceCode, String userCode, Duration lasts, Duration interval) {

    @Override
    public String toString() {
        return "AskedCode(hidden)";
    }
}
