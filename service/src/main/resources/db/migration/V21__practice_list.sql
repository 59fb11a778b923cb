-- The practice list in step with the clinical system or a file.

alter table patient
    -- a record without a date of birth still stands on the list; nobody can show by it who they are
    alter column born_sealed drop not null,
    alter column born_hash drop not null,
    add constraint patient_born check ((born_sealed is null) = (born_hash is null)),
    -- how the clinical system names the record, once it is known
    add column record_id text check (length(record_id) between 1 and 200),
    -- a keyed hash of what the list said last, so that a list that has not changed writes nothing
    add column list_hash bytea,
    add column listed_at timestamptz,
    -- since when the list says so
    add column deceased_at timestamptz,
    add column left_at timestamptz,
    -- a protected record: how to reach the patient is neither taken over nor shown
    add column restricted boolean not null default false,
    add constraint patient_restricted check (not restricted or (email_sealed is null and mobile_sealed is null));
create unique index patient_record on patient (practice_id, record_id);

-- NHS numbers that were replaced by another one. The patient is the same person.
create table former_nhs_number (
    practice_id uuid not null,
    nhs_number text not null check (nhs_number ~ '^[0-9]{10}$'),
    patient_id uuid not null,
    replaced_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, nhs_number),
    foreign key (practice_id, patient_id) references patient
);

-- What is known of a practice's list as a whole.
create table list_state (
    practice_id uuid primary key references practice,
    -- the clinical system is read without anybody pressing anything
    regularly boolean not null default false,
    -- of the clinical system that gave the records their ids
    base_url text,
    -- by the clinical system's clock: what changed later has not been read
    read_up_to timestamptz,
    full_read_at timestamptz,
    changed_at timestamptz
);

-- One reading of the list. It goes on after a crash where its last page was taken in.
create table list_reading (
    practice_id uuid not null references practice,
    reading_id uuid not null,
    kind text not null check (kind in ('FULL', 'NEWER', 'FILE')),
    state text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'FAILED', 'STOPPED')),
    -- somebody has said that it is right if many leave
    many_may_leave boolean not null default false,
    asked_by uuid,
    since timestamptz,
    next_url text,
    read_up_to timestamptz,
    pages int not null default 0,
    -- beginnings anew, and tries of the same page
    restarts int not null default 0,
    tries int not null default 0,
    seen int not null default 0,
    added int not null default 0,
    changed int not null default 0,
    unchanged int not null default 0,
    gone int not null default 0,
    refused int not null default 0,
    -- who would have left had they not been so many
    missing int not null default 0,
    problem text,
    started_at timestamptz not null default clock_timestamp(),
    touched_at timestamptz not null default clock_timestamp(),
    ended_at timestamptz,
    primary key (practice_id, reading_id),
    foreign key (practice_id, asked_by) references staff_member (practice_id, staff_id),
    check ((state = 'RUNNING') = (ended_at is null))
);
-- one at a time
create unique index list_reading_running on list_reading (practice_id) where state = 'RUNNING';
create index list_reading_started on list_reading (practice_id, started_at desc);

-- Whom a full reading has met so far; whoever is not among them at its end has left.
create table list_seen (
    practice_id uuid not null,
    reading_id uuid not null,
    patient_id uuid not null,
    primary key (practice_id, reading_id, patient_id),
    foreign key (practice_id, reading_id) references list_reading
);

-- Lines that were not taken in, or not wholly.
create table list_refusal (
    practice_id uuid not null,
    reading_id uuid not null,
    number int not null,
    reason text not null,
    -- the line of a file, or the id of a record
    place text not null,
    -- the number and name as they stood there
    said_sealed bytea not null,
    primary key (practice_id, reading_id, number),
    foreign key (practice_id, reading_id) references list_reading
);

-- A file that somebody has sent and not taken over yet.
create table list_preview (
    practice_id uuid not null references practice,
    preview_id uuid not null,
    content_sealed bytea not null,
    made_by uuid not null,
    made_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, preview_id),
    foreign key (practice_id, made_by) references staff_member (practice_id, staff_id)
);

do $$
declare t text;
begin
    foreach t in array array['former_nhs_number', 'list_state', 'list_reading', 'list_seen', 'list_refusal', 'list_preview'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert on former_nhs_number to anteroom_app;
grant select, insert, update on list_state, list_reading to anteroom_app;
grant delete on list_reading to anteroom_app;
grant select, insert, delete on list_seen, list_refusal, list_preview to anteroom_app;
