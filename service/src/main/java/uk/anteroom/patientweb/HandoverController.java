package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.invitation.HandoverSecret;
import uk.anteroom.invitation.Handovers;
import uk.anteroom.kernel.KernelSettings;
import uk.anteroom.web.ClientAddress;
import uk.anteroom.web.QrCode;

/** Going on with another device: the first one offers, the other one takes. Looking at either page changes nothing. */
@Controller
class HandoverController {

    private static final String PAGE = "/another";

    private final Handovers handovers;
    private final KernelSettings settings;

    HandoverController(Handovers handovers, KernelSettings settings) {
        this.handovers = handovers;
        this.settings = settings;
    }

    /**
     * What the first device shows.
     *
     * @param path of the square: a secret in the fragment of an address, which no server is ever sent
     * @param address where the letters are typed
     */
    record OfferPage(String path, int width, String code, String address) {}

    @PostMapping("/visit/handover")
    @ResponseBody
    ResponseEntity<OfferPage> offer(HttpServletRequest request) {
        return DeviceCookie.PATIENT
                .read(request)
                .flatMap(handovers::offer)
                .map(offer -> {
                    String practice = offer.secret().publicCode();
                    QrCode square =
                            QrCode.of(settings.at(PAGE + "#" + offer.secret().value()));
                    String typed = settings.at(PAGE + "/" + practice).toString();
                    return ResponseEntity.ok(new OfferPage(
                            square.path(),
                            square.width(),
                            offer.code().grouped(),
                            typed.replaceFirst("^https?://", "")));
                })
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND).build());
    }

    @GetMapping("/visit/handover")
    @ResponseBody
    Map<String, Boolean> asked(HttpServletRequest request) {
        return Map.of(
                "asked",
                DeviceCookie.PATIENT.read(request).map(handovers::asked).orElse(false));
    }

    @PostMapping("/visit/handover/answer")
    ResponseEntity<Void> answer(@RequestParam boolean yes, HttpServletRequest request) {
        boolean heard = DeviceCookie.PATIENT
                .read(request)
                .map(device -> handovers.answer(device, yes))
                .orElse(false);
        return ResponseEntity.status(heard ? HttpStatus.NO_CONTENT : HttpStatus.GONE)
                .build();
    }

    @GetMapping({PAGE, PAGE + "/{practice}"})
    ModelAndView another(@PathVariable(required = false) String practice) {
        return new ModelAndView("patient/another", "typed", practice != null);
    }

    /** The secret of a square: binds this device. */
    @PostMapping(PAGE)
    ResponseEntity<Void> take(@RequestParam String secret, HttpServletResponse response) {
        return HandoverSecret.read(secret)
                .flatMap(handovers::take)
                .map(device -> {
                    DeviceCookie.PATIENT.write(response, device);
                    return ResponseEntity.noContent().<Void>build();
                })
                .orElseGet(() -> ResponseEntity.status(HttpStatus.GONE).build());
    }

    /** The letters: binds nothing yet. Answers what to ask with until the first device has said yes or no. */
    @PostMapping(PAGE + "/{practice}")
    @ResponseBody
    ResponseEntity<Map<String, String>> claim(
            @PathVariable String practice, @RequestParam String code, HttpServletRequest request) {
        return switch (handovers.claim(practice, code, ClientAddress.of(request))) {
            case Handovers.Claim.Waits(HandoverSecret claim) -> ResponseEntity.ok(Map.of("claim", claim.value()));
            case Handovers.Claim.Wrong wrong ->
                ResponseEntity.status(HttpStatus.NOT_FOUND).build();
            case Handovers.Claim.TooMany many ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
        };
    }

    /** 204 with the key when allowed, 202 while there is no answer, 410 when it is no. */
    @PostMapping("/another/{practice}/claim")
    ResponseEntity<Void> collect(@RequestParam String claim, HttpServletResponse response) {
        Handovers.Answer answer =
                HandoverSecret.read(claim).map(handovers::collect).orElseGet(Handovers.Answer.No::new);
        return switch (answer) {
            case Handovers.Answer.Yes(var device) -> {
                DeviceCookie.PATIENT.write(response, device);
                yield ResponseEntity.noContent().build();
            }
            case Handovers.Answer.NotYet notYet ->
                ResponseEntity.status(HttpStatus.ACCEPTED).build();
            case Handovers.Answer.No no ->
                ResponseEntity.status(HttpStatus.GONE).build();
        };
    }
}
