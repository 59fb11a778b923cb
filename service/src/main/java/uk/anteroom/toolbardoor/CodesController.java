package uk.anteroom.toolbardoor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.anteroom.desktop.AskedCode;
import uk.anteroom.desktop.DesktopCodes;
import uk.anteroom.desktop.ProgramKind;
import uk.anteroom.kernel.KernelSettings;
import uk.anteroom.web.ClientAddress;

/** Codes for programs that want to be connected (RFC 8628, 3.1 and 3.2). */
@RestController
class CodesController {

    private final DesktopCodes codes;
    private final KernelSettings settings;

    CodesController(DesktopCodes codes, KernelSettings settings) {
        this.codes = codes;
        this.settings = settings;
    }

    @PostMapping(path = "/toolbar/codes", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Map<String, Object>> ask(
            @RequestParam(name = "client_id", defaultValue = "") String client, HttpServletRequest request) {
        return ProgramKind.called(client)
                .map(kind -> codes.ask(kind, ClientAddress.of(request))
                        .map(this::told)
                        .orElseGet(() -> OAuthAnswer.error(429, "slow_down")))
                .orElseGet(() -> OAuthAnswer.error(401, "invalid_client"));
    }

    private ResponseEntity<Map<String, Object>> told(AskedCode code) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("device_code", code.deviceCode());
        answer.put("user_code", code.userCode());
        answer.put("verification_uri", settings.at("/connect").toString());
        answer.put(
                "verification_uri_complete",
                settings.at("/connect?code=" + code.userCode()).toString());
        answer.put("expires_in", code.lasts().toSeconds());
        answer.put("interval", code.interval().toSeconds());
        return ResponseEntity.ok(answer);
    }
}
