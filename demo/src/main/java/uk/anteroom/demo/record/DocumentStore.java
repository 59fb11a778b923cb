package uk.anteroom.demo.record;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.anteroom.demo.engine.DemoDatabase;

/** The documents of the record and the messages that it was told of, each under the identifier of whoever sent it. */
final class DocumentStore {

    /** Which one it is now, and whether it came just now for the first time. */
    record Place(UUID id, int version, boolean created) {}

    /** The id that each got here is not in what was sent. */
    private static final String STORED =
            "select jsonb_set(resource::jsonb, '{id}', to_jsonb(document_id::text))::text as resource, recorded_at from record_document ";

    private final DemoDatabase database;

    DocumentStore(DemoDatabase database) {
        this.database = database;
    }

    /** Keeps one unless its identifier is taken. */
    Place keep(TokenValue identifier, UUID patient, String type, String resource) {
        Optional<Place> kept = database.sql()
                .sql("""
                        insert into record_document (system, value, document_id, patient_id, type, resource)
                        values (:system, :value, gen_random_uuid(), :patient, :type, :resource)
                        on conflict (system, value) do nothing
                        returning document_id, version
                        """)
                .param("system", identifier.system())
                .param("value", identifier.value())
                .param("patient", patient)
                .param("type", type)
                .param("resource", resource)
                .query((row, n) -> new Place(row.getObject("document_id", UUID.class), row.getInt("version"), true))
                .optional();
        return kept.or(() -> find(identifier)).orElseThrow();
    }

    /** Keeps one as the next version of whatever has its identifier. */
    Place put(TokenValue identifier, UUID patient, String type, String resource) {
        return database.sql()
                .sql("""
                        insert into record_document (system, value, document_id, patient_id, type, resource)
                        values (:system, :value, gen_random_uuid(), :patient, :type, :resource)
                        on conflict (system, value) do update
                        set version = record_document.version + 1, resource = excluded.resource, recorded_at = clock_timestamp()
                        returning document_id, version
                        """)
                .param("system", identifier.system())
                .param("value", identifier.value())
                .param("patient", patient)
                .param("type", type)
                .param("resource", resource)
                .query((row, n) -> new Place(
                        row.getObject("document_id", UUID.class), row.getInt("version"), row.getInt("version") == 1))
                .single();
    }

    Optional<RecordStore.Stored> read(String type, UUID id) {
        return database.sql()
                .sql(STORED + "where type = :type and document_id = :id")
                .param("type", type)
                .param("id", id)
                .query((row, n) -> RecordStore.stored(row))
                .optional();
    }

    Optional<RecordStore.Stored> of(TokenValue identifier) {
        return database.sql()
                .sql(STORED + "where system = :system and value = :value")
                .param("system", identifier.system())
                .param("value", identifier.value())
                .query((row, n) -> RecordStore.stored(row))
                .optional();
    }

    /** Newest first. */
    List<RecordStore.Stored> of(String type, UUID patient) {
        return database.sql()
                .sql(STORED + """
                        where type = :type and patient_id = :patient order by recorded_at desc limit 100
                        """)
                .param("type", type)
                .param("patient", patient)
                .query((row, n) -> RecordStore.stored(row))
                .list();
    }

    private Optional<Place> find(TokenValue identifier) {
        return database.sql()
                .sql("select document_id, version from record_document where system = :system and value = :value")
                .param("system", identifier.system())
                .param("value", identifier.value())
                .query((row, n) -> new Place(row.getObject("document_id", UUID.class), row.getInt("version"), false))
                .optional();
    }
}
