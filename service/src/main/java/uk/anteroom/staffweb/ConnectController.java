package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.anteroom.desktop.AskingProgram;
import uk.anteroom.desktop.DesktopCodes;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.ClientAddress;
import uk.anteroom.web.ShownTimes;

/** The page on which staff let a program act for them. */
@Controller
@RequestMapping("/connect")
class ConnectController {

    private final DesktopCodes codes;
    private final MessageSource words;
    private final ShownTimes times;

    ConnectController(DesktopCodes codes, MessageSource words, ShownTimes times) {
        this.codes = codes;
        this.words = words;
        this.times = times;
    }

    @GetMapping
    String look(
            StaffMember by,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        by.mustInvite();
        Optional<AskingProgram> asking =
                code.isBlank() ? Optional.empty() : codes.look(by, code, ClientAddress.of(request));
        if (asking.isEmpty() && !code.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("page", ConnectPage.of(by, code, asking.orElse(null), words, locale, times));
        return "staff/connect";
    }

    @PostMapping
    String answer(
            StaffMember by,
            @RequestParam String code,
            @RequestParam(defaultValue = "false") boolean yes,
            HttpServletRequest request) {
        String network = ClientAddress.of(request);
        boolean done = yes ? codes.connect(by, code, network) : codes.refuse(by, code, network);
        return "redirect:/settings/programs?" + (done ? (yes ? "connected" : "refused") : "late");
    }
}
