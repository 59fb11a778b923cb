package uk.anteroom.practicelist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.MobileNumbers;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.Postcode;
import uk.anteroom.kernel.Reading;
import uk.anteroom.patient.ListedPatient;
import uk.anteroom.patient.ListedPatient.Told;

/** Understands a FHIR R4 Patient as UK Core profiles it. Opt-outs are not told there, and stay as they are. */
@Component
class RecordLines {

    private static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
    private static final String ODS_CODE = "https://fhir.nhs.uk/Id/ods-organization-code";
    /** Confidentiality codes under which the NHS Personal Demographics Service withholds how to reach somebody. */
    private static final Set<String> RESTRICTED = Set.of("R", "V", "REDACTED");

    private static final Set<Told> TOLD =
            EnumSet.of(Told.BORN, Told.EMAIL, Told.MOBILE, Told.POSTCODE, Told.DECEASED, Told.RESTRICTED);
    private static final int FULL_DATE = 10;

    private final MobileNumbers numbers;
    private final Clock clock;

    RecordLines(MobileNumbers numbers, Clock clock) {
        this.numbers = numbers;
        this.clock = clock;
    }

    Line line(Patient said, String odsCode) {
        String id = said.getIdElement().getIdPart();
        Optional<HumanName> name = name(said);
        String written = name.map(one -> ListText.clean(one.getGivenAsSingleString() + " " + one.getFamily()))
                .orElse("");
        String number = number(said);
        return new Line(id, number, written, what(said, id, number, name, odsCode), List.of());
    }

    private Line.What what(Patient said, String id, String number, Optional<HumanName> name, String odsCode) {
        Optional<NhsNumber> nhsNumber = NhsNumber.read(number);
        String known = nhsNumber.map(NhsNumber::value).orElse(null);
        Optional<String> into = linked(said, LinkType.REPLACEDBY).findFirst();
        if (into.isPresent()) {
            return new Line.What.Merged(id, known, into.get());
        }
        if (said.hasActive() && !said.getActive() || belongsToAnother(said, odsCode)) {
            return new Line.What.Elsewhere(id);
        }
        if (nhsNumber.isEmpty()) {
            return new Line.What.Wrong(
                    number.isBlank() ? Refusal.Reason.NO_NUMBER : Refusal.Reason.WRONG_NUMBER, id, null);
        }
        String given = name.map(one -> ListText.clean(
                        one.getGiven().isEmpty()
                                ? ""
                                : one.getGiven().getFirst().getValue()))
                .orElse("");
        String family = name.map(one -> ListText.clean(one.getFamily())).orElse("");
        if (given.isEmpty() || family.isEmpty()) {
            return new Line.What.Wrong(Refusal.Reason.NO_NAME, id, known);
        }
        ListedPatient patient = new ListedPatient(
                id,
                linked(said, LinkType.REPLACES).toList(),
                nhsNumber.get(),
                given,
                family,
                born(said),
                email(said),
                mobile(said),
                postcode(said),
                deceased(said),
                restricted(said),
                false,
                false,
                TOLD);
        return new Line.What.OnList(patient, RecordNeeds.of(said));
    }

    private static String number(Patient said) {
        return said.getIdentifier().stream()
                .filter(identifier -> NHS_NUMBER.equals(identifier.getSystem()))
                .filter(identifier -> identifier.getUse() != Identifier.IdentifierUse.OLD)
                .map(Identifier::getValue)
                .filter(value -> value != null)
                .map(ListText::clean)
                .findFirst()
                .orElse("");
    }

    /** The usual name, else the official one, else any that is not of the past. */
    private static Optional<HumanName> name(Patient said) {
        return said.getName().stream()
                .filter(name -> name.getUse() != NameUse.OLD && name.getUse() != NameUse.MAIDEN)
                .filter(HumanName::hasFamily)
                .min(Comparator.comparing(
                        name -> name.getUse() == NameUse.USUAL ? 0 : name.getUse() == NameUse.OFFICIAL ? 1 : 2));
    }

    /** Null where it is missing, or only the year or month is known: nobody could confirm that. */
    private @Nullable DateOfBirth born(Patient said) {
        String text = said.getBirthDateElement().getValueAsString();
        if (text == null || text.length() != FULL_DATE) {
            return null;
        }
        Reading<DateOfBirth> read =
                DateOfBirth.read(text.substring(8), text.substring(5, 7), text.substring(0, 4), LocalDate.now(clock));
        return read instanceof Reading.Right<DateOfBirth>(DateOfBirth born) ? born : null;
    }

    private @Nullable EmailAddress email(Patient said) {
        return reachable(said, ContactPointSystem.EMAIL)
                .flatMap(contact ->
                        EmailAddress.read(contact.getValue()) instanceof Reading.Right<EmailAddress>(EmailAddress email)
                                ? Stream.of(email)
                                : Stream.<EmailAddress>empty())
                .findFirst()
                .orElse(null);
    }

    /** Systems say "phone" for everything that rings: the first that is a mobile number, those called mobile before others. */
    private @Nullable MobileNumber mobile(Patient said) {
        return Stream.concat(reachable(said, ContactPointSystem.PHONE), reachable(said, ContactPointSystem.SMS))
                .sorted(Comparator.comparing(contact -> contact.getUse() == ContactPointUse.MOBILE ? 0 : 1))
                .flatMap(contact ->
                        numbers.read(contact.getValue()) instanceof Reading.Right<MobileNumber>(MobileNumber mobile)
                                ? Stream.of(mobile)
                                : Stream.<MobileNumber>empty())
                .findFirst()
                .orElse(null);
    }

    /** Of where the patient lives: of the addresses that hold now the one called home, else any that a person lives at. */
    private @Nullable Postcode postcode(Patient said) {
        if (restricted(said)) {
            return null;
        }
        return said.getAddress().stream()
                .filter(Address::hasPostalCode)
                .filter(address -> address.getUse() != AddressUse.OLD
                        && address.getUse() != AddressUse.BILLING
                        && address.getUse() != AddressUse.WORK)
                .filter(address -> holdsNow(address.getPeriod()))
                .sorted(Comparator.comparing(address -> address.getUse() == AddressUse.HOME ? 0 : 1))
                .flatMap(address ->
                        Postcode.read(address.getPostalCode()) instanceof Reading.Right<Postcode>(Postcode postcode)
                                ? Stream.of(postcode)
                                : Stream.<Postcode>empty())
                .findFirst()
                .orElse(null);
    }

    private boolean holdsNow(Period period) {
        Date now = Date.from(Instant.now(clock));
        return !(period.hasEnd() && !period.getEnd().after(now))
                && !(period.hasStart() && period.getStart().after(now));
    }

    /** Those that are not of the past, in the order of their rank. */
    private Stream<ContactPoint> reachable(Patient said, ContactPointSystem system) {
        if (restricted(said)) {
            return Stream.empty();
        }
        return said.getTelecom().stream()
                .filter(contact -> contact.getSystem() == system && contact.hasValue())
                .filter(contact -> contact.getUse() != ContactPointUse.OLD)
                .filter(contact -> holdsNow(contact.getPeriod()))
                .sorted(Comparator.comparing(contact -> contact.hasRank() ? contact.getRank() : Integer.MAX_VALUE));
    }

    private static boolean deceased(Patient said) {
        return said.hasDeceased() && !(said.getDeceased() instanceof BooleanType told && !told.booleanValue());
    }

    private static boolean restricted(Patient said) {
        return said.getMeta().getSecurity().stream()
                .anyMatch(label ->
                        label.hasCode() && RESTRICTED.contains(label.getCode().toUpperCase(Locale.ROOT)));
    }

    /** Says to which practice it belongs, and that is not this one. A record that says nothing is taken as it is. */
    private static boolean belongsToAnother(Patient said, String odsCode) {
        List<String> codes = Stream.concat(
                        Stream.of(said.getManagingOrganization()), said.getGeneralPractitioner().stream())
                .map(Reference::getIdentifier)
                .filter(identifier -> ODS_CODE.equals(identifier.getSystem()) && identifier.hasValue())
                .map(identifier -> identifier.getValue().strip().toUpperCase(Locale.ROOT))
                .toList();
        return !codes.isEmpty() && !codes.contains(odsCode.toUpperCase(Locale.ROOT));
    }

    private static Stream<String> linked(Patient said, LinkType type) {
        return said.getLink().stream()
                .filter(link -> link.getType() == type)
                .map(link -> link.getOther().getReferenceElement().getIdPart())
                .filter(id -> id != null && !id.isBlank());
    }
}
