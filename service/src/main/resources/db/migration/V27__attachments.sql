-- Files of conversations. Nobody reads one before it was scanned, and what was refused leaves no bytes behind.

create table attachment (
    practice_id uuid not null,
    attachment_id uuid not null,
    patient_id uuid not null,
    -- who of the practice sends it; null for the patient's own
    by_id uuid,
    name_sealed bytea not null,
    -- the bytes that were announced, then those that are kept
    size bigint not null check (size >= 0),
    received bigint not null default 0 check (received >= 0),
    state text not null default 'RECEIVING' check (state in ('RECEIVING', 'WAITING', 'CLEAN', 'REFUSED', 'INFECTED')),
    kind text check (kind in ('PDF', 'JPEG', 'PNG')),
    refusal text,
    -- a small picture, where the file is one
    thumbnail_sealed bytea,
    message_id uuid,
    -- among those of its message
    place int,
    begun_at timestamptz not null default clock_timestamp(),
    complete_at timestamptz,
    scanned_at timestamptz,
    scans int not null default 0,
    primary key (practice_id, attachment_id),
    foreign key (practice_id, patient_id) references patient,
    foreign key (practice_id, by_id) references staff_member (practice_id, staff_id),
    foreign key (practice_id, message_id) references message (practice_id, message_id),
    check (state <> 'RECEIVING' or received <= size),
    check ((state in ('WAITING', 'CLEAN', 'INFECTED')) = (kind is not null)),
    check ((state = 'REFUSED') = (refusal is not null)),
    check (state in ('WAITING', 'CLEAN') or thumbnail_sealed is null),
    check ((message_id is null) = (place is null)),
    check (message_id is null or state in ('WAITING', 'CLEAN', 'INFECTED'))
);
create index attachment_message on attachment (practice_id, message_id) where message_id is not null;
create index attachment_loose on attachment (practice_id, patient_id, by_id) where message_id is null;

-- What has come of a file that is still being sent.
create table attachment_piece (
    practice_id uuid not null,
    attachment_id uuid not null,
    starts_at bigint not null,
    piece_sealed bytea not null,
    primary key (practice_id, attachment_id, starts_at),
    foreign key (practice_id, attachment_id) references attachment on delete cascade
);

-- The files themselves, where no other place is set up for them.
create table attachment_file (
    practice_id uuid not null,
    attachment_id uuid not null,
    bytes_sealed bytea not null,
    primary key (practice_id, attachment_id),
    foreign key (practice_id, attachment_id) references attachment
);

do $$
declare t text;
begin
    foreach t in array array['attachment', 'attachment_piece', 'attachment_file'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert, update, delete on attachment to anteroom_app;
grant select, insert, delete on attachment_piece, attachment_file to anteroom_app;
