package uk.anteroom.call.signalling;

import org.springframework.web.socket.CloseStatus;

/** Why a socket is closed (protocol/README.md section 7). */
enum Ending {
    GONE_AWAY(1001),
    BINARY(1003),
    FAULT(1011),
    RESTARTING(1012),
    BREACH(4400),
    PASS_REFUSED(4401),
    NOT_ALLOWED(4403),
    TAKEN_OVER(4409),
    CALL_OVER(4410),
    TOO_SLOW(4413),
    TOO_MANY(4429);

    private final int code;

    Ending(int code) {
        this.code = code;
    }

    CloseStatus status() {
        return new CloseStatus(code);
    }
}
