-- The real-time part. Knows seats and states, never a name, a date of birth or an NHS number.

create table call (
    practice_id uuid not null references practice,
    call_id uuid not null,
    state text not null default 'waiting' check (state in ('waiting', 'live', 'ended', 'closed')),
    -- every change is a compare-and-set on rev
    rev bigint not null default 1,
    epoch int not null default 1,
    live_at timestamptz,
    ended_at timestamptz,
    created_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, call_id)
);

create table participant (
    practice_id uuid not null,
    participant_id uuid not null,
    call_id uuid not null,
    role text not null check (role in ('clinician', 'patient', 'guest')),
    state text not null default 'lobby' check (state in ('lobby', 'admitted', 'left')),
    presence text not null default 'gone' check (presence in ('here', 'away', 'gone')),
    presence_at timestamptz not null default clock_timestamp(),
    -- first time this seat was taken: arriving is checking in
    arrived_at timestamptz,
    admitted_at timestamptz,
    -- fences off what an older socket still says
    gen int not null default 0,
    session_id uuid,
    resume_hash bytea,
    -- the welcome with the newest token may be lost with the socket, so the one before is good too
    resume_hash_before bytea,
    camera text,
    microphone text,
    -- what is being sent; null until the participant has said so
    media_microphone boolean,
    media_camera boolean,
    media_screen boolean,
    created_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, participant_id),
    foreign key (practice_id, call_id) references call
);
create index participant_call on participant (practice_id, call_id);
create unique index participant_session on participant (practice_id, session_id);

create table call_pass (
    practice_id uuid not null,
    pass_hash bytea not null,
    participant_id uuid not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (practice_id, pass_hash),
    foreign key (practice_id, participant_id) references participant
);

do $$
declare t text;
begin
    foreach t in array array['call', 'participant', 'call_pass'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert, update on call, participant to anteroom_app;
grant select, insert, update, delete on call_pass to anteroom_app;
