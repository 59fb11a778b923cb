package uk.anteroom.demo.record;

import ca.uhn.fhir.model.primitive.InstantDt;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.jspecify.annotations.Nullable;

/** Patients in pages: who is among them is settled at the search, and each is read when its page is asked for. */
final class PatientPages implements IBundleProvider {

    private final RecordStore store;
    private final List<UUID> ids;
    private final IPrimitiveType<Date> published = InstantDt.withCurrentTime();

    PatientPages(RecordStore store, List<UUID> ids) {
        this.store = store;
        this.ids = ids;
    }

    @Override
    public List<IBaseResource> getResources(int from, int to) {
        return store.patients(ids.subList(Math.min(from, ids.size()), Math.min(to, ids.size()))).stream()
                .<IBaseResource>map(PatientProvider::fhir)
                .toList();
    }

    @Override
    public Integer size() {
        return ids.size();
    }

    @Override
    public IPrimitiveType<Date> getPublished() {
        return published;
    }

    /** Named by the server. */
    @Override
    public @Nullable String getUuid() {
        return null;
    }

    @Override
    public @Nullable Integer preferredPageSize() {
        return null;
    }
}
