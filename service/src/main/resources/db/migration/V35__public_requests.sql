-- Anybody asks a practice for something, on its public page.

-- Where patients live, sealed: with it somebody without their NHS number is found on the list.
alter table patient
    add column postcode_sealed bytea,
    add column postcode_hash bytea,
    add constraint patient_postcode check ((postcode_sealed is null) = (postcode_hash is null)),
    add constraint patient_restricted_postcode check (not restricted or postcode_sealed is null);

-- A file can wait for a request that nobody has sent yet, and whose sender may be no patient of ours.
alter table attachment
    alter column patient_id drop not null,
    add column request_id uuid,
    drop constraint attachment_check4,
    drop constraint attachment_check5,
    -- of a conversation with a patient or of a request, never both
    add constraint attachment_owner check ((patient_id is null) <> (request_id is null)),
    -- whoever asks is no member of staff, and a request has no messages
    add constraint attachment_of_request check (request_id is null or (by_id is null and message_id is null)),
    -- a message's file has a place from the beginning, a request's once it is sent
    add constraint attachment_place check (request_id is not null or (message_id is null) = (place is null)),
    add constraint attachment_attached check (place is null or state in ('WAITING', 'CLEAN', 'INFECTED'));
create index attachment_request on attachment (practice_id, request_id) where request_id is not null;

-- What somebody is writing, until it is sent: sealed, and found by the digest of a key that only their browser has.
create table intake (
    practice_id uuid not null references practice,
    -- the id its request will have
    request_id uuid not null,
    key_hash bytea not null,
    -- erased when it is sent
    answers_sealed bytea,
    begun_at timestamptz not null default clock_timestamp(),
    touched_at timestamptz not null default clock_timestamp(),
    sent_at timestamptz,
    primary key (practice_id, request_id),
    unique (practice_id, key_hash),
    check ((sent_at is null) = (answers_sealed is not null))
);
create index intake_touched on intake (practice_id, touched_at) where sent_at is null;

alter table intake enable row level security;
alter table intake force row level security;
create policy of_practice on intake using (practice_id = current_practice()) with check (practice_id = current_practice());
grant select, insert, update, delete on intake to anteroom_app;
