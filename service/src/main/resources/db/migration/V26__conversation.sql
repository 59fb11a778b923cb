-- Messages between a practice and one patient, and the links by which patients come to read them.

create table message (
    practice_id uuid not null,
    message_id uuid not null,
    patient_id uuid not null,
    direction text not null check (direction in ('STAFF', 'PATIENT')),
    kind text check (kind in ('REPLY_REQUIRED', 'REPLY_NOT_REQUIRED', 'REPLY_NOT_REQUIRED_SAVE')),
    text_sealed bytea not null,
    author_id uuid,
    -- one press of the button is one message and one letter, however often it arrives
    form_key uuid not null,
    sent_at timestamptz not null default clock_timestamp(),
    -- shown to the patient, or read by somebody of the practice
    read_at timestamptz,
    read_by uuid,
    -- written or read last: pages that listen look again when a practice's newest is another
    changed_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, message_id),
    unique (practice_id, form_key),
    foreign key (practice_id, patient_id) references patient,
    foreign key (practice_id, author_id) references staff_member (practice_id, staff_id),
    foreign key (practice_id, read_by) references staff_member (practice_id, staff_id),
    check ((direction = 'STAFF') = (author_id is not null) and (direction = 'STAFF') = (kind is not null)),
    check (case direction when 'STAFF' then read_by is null else (read_by is null) = (read_at is null) end)
);
create index message_patient on message (practice_id, patient_id, sent_at);
create index message_changed on message (practice_id, changed_at);
create index message_unread on message (practice_id, sent_at) where direction = 'PATIENT' and read_at is null;

create table message_link (
    practice_id uuid not null,
    message_id uuid not null,
    token_hash bytea not null,
    -- for a job after a crash; erased when somebody came by it, or it is closed
    link_sealed bytea,
    attempts_left int not null default 5 check (attempts_left between 0 and 5),
    dies_at timestamptz not null,
    consented_at timestamptz,
    identity_at timestamptz,
    identity_by text check (identity_by in ('BIRTH', 'ACCOUNT')),
    locked_at timestamptz,
    primary key (practice_id, message_id),
    unique (practice_id, token_hash),
    foreign key (practice_id, message_id) references message
);

-- Devices whose holder passed the identity check.
create table message_device (
    practice_id uuid not null,
    device_hash bytea not null,
    message_id uuid not null,
    bound_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, device_hash),
    foreign key (practice_id, message_id) references message_link
);

-- A document may belong to a patient, and to no consultation.
alter table record_entry
    alter column consultation_id drop not null,
    add column patient_id uuid,
    add check ((consultation_id is null) <> (patient_id is null)),
    -- whoever wanted it there is answerable for it where no consultation says who is
    add check (patient_id is null or (code is null and requested_by is not null)),
    -- not valid: looking at the rows that are there would be filtered by the policy; all of them have null here
    add foreign key (practice_id, patient_id) references patient not valid;
create index record_entry_patient on record_entry (practice_id, patient_id) where patient_id is not null;

do $$
declare t text;
begin
    foreach t in array array['message', 'message_link', 'message_device'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert, update on message, message_link to anteroom_app;
grant select, insert, delete on message_device to anteroom_app;
