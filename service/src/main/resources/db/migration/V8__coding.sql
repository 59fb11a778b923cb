-- Where a practice's clinical system is, and what must be written there.

create table clinical_system (
    practice_id uuid primary key references practice,
    fhir_base_url text not null
);

create table coded_entry (
    practice_id uuid not null,
    consultation_id uuid not null,
    code text not null,
    state text not null default 'PENDING' check (state in ('PENDING', 'SAVED', 'FAILED', 'BY_HAND')),
    tries int not null default 0,
    -- a word of ours for what went wrong last: unreachable, busy, refused, no_patient, not_set_up, gave_up
    problem text,
    reference text,
    requested_at timestamptz not null default clock_timestamp(),
    saved_at timestamptz,
    ended_at timestamptz,
    primary key (practice_id, consultation_id),
    foreign key (practice_id, consultation_id) references consultation
);

do $$
declare t text;
begin
    foreach t in array array['clinical_system', 'coded_entry'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select on clinical_system to anteroom_app;
grant select, insert, update on coded_entry to anteroom_app;
