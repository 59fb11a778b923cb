-- What leaves the building by email or SMS. The text is written when it is sent (its link must not lie around in a job or a letter); the row says where to,
-- on whose behalf, and what became of it.

create table letter (
    practice_id uuid not null references practice,
    letter_id uuid not null,
    channel text not null check (channel in ('EMAIL', 'SMS')),
    contact_sealed bytea not null,
    -- which room writes it, and about what
    occasion text not null,
    subject_id uuid not null,
    state text not null default 'QUEUED' check (state in ('QUEUED', 'SENT', 'DELIVERED', 'FAILED', 'DROPPED')),
    tries int not null default 0,
    first_tried_at timestamptz,
    next_try_at timestamptz,
    sent_at timestamptz,
    delivered_at timestamptz,
    ended_at timestamptz,
    -- handed over, answer not yet stored: still set after a crash, it means that nobody knows
    in_flight boolean not null default false,
    -- after an unclear answer it went out again
    maybe_twice boolean not null default false,
    -- a word of ours for what went wrong last: refused, unknown_address, unreachable, not_set_up, gave_up, out_of_date
    problem text,
    created_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, letter_id)
);
create index letter_subject on letter (practice_id, subject_id);
alter table letter enable row level security;
alter table letter force row level security;
create policy of_practice on letter using (practice_id = current_practice()) with check (practice_id = current_practice());
grant select, insert, update on letter to anteroom_app;
