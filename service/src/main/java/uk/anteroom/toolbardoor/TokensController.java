package uk.anteroom.toolbardoor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.anteroom.desktop.DesktopCodes;
import uk.anteroom.desktop.Polled;
import uk.anteroom.desktop.ProgramConnected;
import uk.anteroom.desktop.ProgramKind;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.web.ClientAddress;

/** Tokens for programs that somebody has connected (RFC 8628, 3.4 and 3.5). */
@RestController
class TokensController {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final int LONGEST_CODE = 100;

    private final DesktopCodes codes;
    private final OAuthAnswer answers;
    private final Limits limits;

    TokensController(DesktopCodes codes, OAuthAnswer answers, Limits limits) {
        this.codes = codes;
        this.answers = answers;
        this.limits = limits;
    }

    @PostMapping(path = "/toolbar/tokens", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Map<String, Object>> poll(
            @RequestParam(name = "grant_type", defaultValue = "") String grant,
            @RequestParam(name = "device_code", defaultValue = "") String deviceCode,
            @RequestParam(name = "client_id", defaultValue = "") String client,
            HttpServletRequest request) {
        if (!grant.equals(GRANT)) {
            return OAuthAnswer.error(400, "unsupported_grant_type");
        }
        ProgramKind kind = ProgramKind.called(client).orElse(null);
        if (kind == null) {
            return OAuthAnswer.error(401, "invalid_client");
        }
        if (deviceCode.isEmpty() || deviceCode.length() > LONGEST_CODE) {
            return OAuthAnswer.error(400, "invalid_request");
        }
        String network = ClientAddress.of(request);
        if (!limits.hasLeft(Limit.DEAD_TOKENS_BY_ADDRESS, network)) {
            return OAuthAnswer.error(429, "slow_down");
        }
        return switch (codes.poll(deviceCode, kind)) {
            case Polled.Pending pending -> OAuthAnswer.error(400, "authorization_pending");
            case Polled.TooSoon tooSoon -> OAuthAnswer.error(400, "slow_down");
            case Polled.Refused refused -> OAuthAnswer.error(400, "access_denied");
            case Polled.Gone gone -> {
                limits.take(Limit.DEAD_TOKENS_BY_ADDRESS, network);
                yield OAuthAnswer.error(400, "expired_token");
            }
            case Polled.Connected(ProgramConnected connected) -> ResponseEntity.ok(told(connected));
        };
    }

    private Map<String, Object> told(ProgramConnected connected) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", connected.token().text());
        answer.putAll(answers.about(connected.program()));
        return answer;
    }
}
