-- The desktop programs that staff connected: what asks to be connected, what is connected, and the one-time ways from there into the browser.

-- A program that asks (RFC 8628). Nobody knows yet of which practice it is, so this table is without row-level security, like the one of
-- sessions, and like that one holds nothing personal: hashes, and once somebody has answered, the ids of a practice and a member of staff.
-- Rows live for minutes.
create table desktop_code (
    device_hash bytea primary key,
    user_code_hash bytea not null unique,
    kind text not null check (kind in ('TOOLBAR', 'CLINICAL_SYSTEM')),
    -- keyed hash of the network it was asked from, to tell whoever answers whether it is theirs
    asked_from bytea not null,
    asked_at timestamptz not null default clock_timestamp(),
    dies_at timestamptz not null,
    polled_at timestamptz,
    poll_seconds int not null,
    answer text check (answer in ('CONNECTED', 'REFUSED')),
    practice_id uuid,
    staff_id uuid,
    check (answer is null or (practice_id is not null and staff_id is not null))
);
create index desktop_code_dies on desktop_code (dies_at);
grant select, insert, update, delete on desktop_code to anteroom_app;

create table desktop_program (
    practice_id uuid not null,
    program_id uuid not null,
    staff_id uuid not null,
    kind text not null check (kind in ('TOOLBAR', 'CLINICAL_SYSTEM')),
    -- SHA-256 of its token
    token_hash bytea not null,
    connected_at timestamptz not null default clock_timestamp(),
    used_at timestamptz not null default clock_timestamp(),
    ended_at timestamptz,
    primary key (practice_id, program_id),
    unique (practice_id, token_hash),
    foreign key (practice_id, staff_id) references staff_member
);
create index desktop_program_staff on desktop_program (practice_id, staff_id);

create table desktop_way (
    practice_id uuid not null,
    -- SHA-256 of its secret
    way_hash bytea not null,
    program_id uuid not null,
    leads_to text not null check (leads_to in ('VIDEO_CALL', 'MESSAGE', 'PATIENT', 'REQUESTS', 'WAITING', 'CONSULTATION')),
    subject uuid,
    dies_at timestamptz not null,
    -- when somebody else was found signed in and was asked first
    asked_at timestamptz,
    used_at timestamptz,
    primary key (practice_id, way_hash),
    foreign key (practice_id, program_id) references desktop_program,
    check ((subject is null) = (leads_to in ('REQUESTS', 'WAITING')))
);
create index desktop_way_dies on desktop_way (practice_id, dies_at);

do $$
declare t text;
begin
    foreach t in array array['desktop_program', 'desktop_way'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert, update on desktop_program to anteroom_app;
-- a way that died tells nothing any more
grant select, insert, update, delete on desktop_way to anteroom_app;
