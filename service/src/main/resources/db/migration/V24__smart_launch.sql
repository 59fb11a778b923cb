-- Which clinical systems may send staff in by SMART App Launch, and who they are there.

create table smart_system (
    practice_id uuid not null references practice,
    -- the FHIR base address, exactly as the clinical system names itself in a launch
    issuer text not null check (length(issuer) <= 500),
    client_id text not null check (length(client_id) between 1 and 200),
    primary key (practice_id, issuer)
);

-- A row, not a flag: who connected it and when is what it is about.
create table smart_account (
    practice_id uuid not null,
    issuer text not null,
    -- keyed hash of the subject, which names a person there
    subject_hash bytea not null,
    staff_id uuid not null,
    connected_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, issuer, subject_hash),
    foreign key (practice_id, issuer) references smart_system on delete cascade,
    foreign key (practice_id, staff_id) references staff_member
);

do $$
declare t text;
begin
    foreach t in array array['smart_system', 'smart_account'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select on smart_system to anteroom_app;
grant select, insert, update on smart_account to anteroom_app;
