-- Which patient each member of staff has open in the clinical system, as it is told over FHIRcast.

-- One row a member of staff: the topic they and their programs share, and what is open in it.
create table loaded_patient (
    practice_id uuid not null,
    staff_id uuid not null,
    topic_id uuid not null,
    -- the topic's name is as good as a ticket: found by its hash, told again to a second program
    topic_hash bytea not null,
    topic_sealed bytea not null,
    topic_dies_at timestamptz not null,
    -- another with each change
    version uuid not null,
    -- UNTOLD: nothing was ever told; LAPSED: whoever told it has gone silent, so nobody can tell
    state text not null default 'UNTOLD' check (state in ('UNTOLD', 'OPEN', 'CLOSED', 'LAPSED')),
    -- the last event that counted: older ones are refused
    event_id text,
    event_at timestamptz,
    told_at timestamptz,
    -- the program that told it, and when it was last known to live
    source uuid,
    heard_at timestamptz,
    -- as it stands on the practice list; null if it does not
    patient_id uuid,
    -- the event's context as it came, with name and NHS number
    context_sealed bytea,
    primary key (practice_id, staff_id),
    unique (practice_id, topic_id),
    unique (practice_id, topic_hash),
    foreign key (practice_id, staff_id) references staff_member,
    foreign key (practice_id, patient_id) references patient,
    foreign key (practice_id, source) references desktop_program,
    check (state <> 'OPEN' or (event_id is not null and event_at is not null and told_at is not null and source is not null
        and heard_at is not null and context_sealed is not null))
);

-- Every event that counted, by id: one that comes twice is known, and what was open when can be investigated. Written, never changed.
create table loaded_event (
    practice_id uuid not null,
    topic_id uuid not null,
    event_id text not null,
    loaded_event_id uuid not null,
    staff_id uuid not null,
    program_id uuid not null,
    kind text not null check (kind in ('OPENED', 'CLOSED')),
    event_at timestamptz not null,
    told_at timestamptz not null default clock_timestamp(),
    patient_id uuid,
    primary key (practice_id, topic_id, event_id),
    unique (practice_id, loaded_event_id),
    foreign key (practice_id, staff_id) references staff_member,
    foreign key (practice_id, program_id) references desktop_program,
    foreign key (practice_id, patient_id) references patient
);
create index loaded_event_patient on loaded_event (practice_id, patient_id, told_at);

-- A program that listens. Its endpoint is used for one socket.
create table loaded_subscription (
    practice_id uuid not null,
    subscription_id uuid not null,
    -- SHA-256 of the secret in the socket's address
    endpoint_hash bytea not null,
    staff_id uuid not null,
    topic_id uuid not null,
    program_id uuid not null,
    -- what the program calls itself
    subscriber text not null,
    events text[] not null,
    -- whether it may tell what is open
    writes boolean not null,
    lease_seconds int not null,
    lease_ends_at timestamptz not null,
    asked_at timestamptz not null default clock_timestamp(),
    connected_at timestamptz,
    ended_at timestamptz,
    primary key (practice_id, subscription_id),
    unique (practice_id, endpoint_hash),
    foreign key (practice_id, staff_id) references staff_member,
    foreign key (practice_id, program_id) references desktop_program
);
create index loaded_subscription_program on loaded_subscription (practice_id, program_id) where ended_at is null;

do $$
declare t text;
begin
    foreach t in array array['loaded_patient', 'loaded_event', 'loaded_subscription'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert, update on loaded_patient to anteroom_app;
grant select, insert on loaded_event to anteroom_app;
-- an ended subscription tells nothing any more
grant select, insert, update, delete on loaded_subscription to anteroom_app;
