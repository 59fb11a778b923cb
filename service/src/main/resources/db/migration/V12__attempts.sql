-- How each attempt to meet went. Holds figures and one word; no content, no address, nothing about the device.

-- what the pages of the running attempt said last
create table attempt_report (
    practice_id uuid not null,
    participant_id uuid not null,
    -- one page: another one of the same participant measures anew
    session_id uuid not null,
    call_id uuid not null,
    first_at timestamptz not null default clock_timestamp(),
    connected_ms bigint,
    first_frame_ms bigint,
    path text check (path in ('DIRECT', 'RELAY')),
    transport text check (transport in ('UDP', 'TCP', 'TLS')),
    codec text check (length(codec) <= 32),
    score int check (score between 0 and 4),
    restarts int,
    renewals int,
    lost_ms bigint,
    weak_ms bigint,
    paused_ms bigint,
    relay text check (relay in ('NONE', 'REACHED', 'AWAY')),
    primary key (practice_id, participant_id, session_id),
    foreign key (practice_id, participant_id) references participant,
    foreign key (practice_id, call_id) references call
);
create index attempt_report_call on attempt_report (practice_id, call_id);

create table call_attempt (
    practice_id uuid not null,
    call_id uuid not null,
    -- a call that is reopened begins a new one
    number int not null check (number > 0),
    reopened_at timestamptz,
    phone_at timestamptz,
    ended_at timestamptz,
    reason text check (reason in ('CONNECTED', 'CONNECTED_THEN_LOST', 'NO_NETWORK_PATH', 'RELAY_AWAY', 'DEVICES_REFUSED',
        'LEFT_WHILE_WAITING', 'NOT_LET_IN', 'PAGE_LOST', 'NOBODY_CAME', 'NOT_MEASURED')),
    connected_ms bigint,
    first_frame_ms bigint,
    path text check (path in ('DIRECT', 'RELAY')),
    transport text check (transport in ('UDP', 'TCP', 'TLS')),
    codec text check (length(codec) <= 32),
    restarts int not null default 0,
    lost_ms bigint not null default 0,
    patient_weak_ms bigint not null default 0,
    clinician_weak_ms bigint not null default 0,
    primary key (practice_id, call_id, number),
    foreign key (practice_id, call_id) references call,
    -- exactly one reason, and only at the end
    check ((ended_at is null) = (reason is null))
);
create unique index call_attempt_running on call_attempt (practice_id, call_id) where ended_at is null;

do $$
declare t text;
begin
    foreach t in array array['attempt_report', 'call_attempt'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert, update, delete on attempt_report to anteroom_app;
grant select, insert, update on call_attempt to anteroom_app;
