create table consultation (
    practice_id uuid not null,
    consultation_id uuid not null,
    patient_id uuid not null,
    request_id uuid,
    -- who holds it; changes when somebody takes over
    clinician_id uuid not null,
    call_id uuid not null,
    clinician_seat uuid not null,
    patient_seat uuid not null,
    state text not null default 'INVITED' check (state in ('INVITED', 'WAITING', 'LIVE', 'ENDED', 'CANCELLED', 'EXPIRED')),
    opened_by uuid not null,
    opened_at timestamptz not null default clock_timestamp(),
    -- the identity check that was passed last: nothing is coded without one
    identity_confirmed_at timestamptz,
    identity_by text check (identity_by in ('BIRTH', 'ACCOUNT')),
    waiting_at timestamptz,
    live_at timestamptz,
    ended_at timestamptz,
    primary key (practice_id, consultation_id),
    unique (practice_id, call_id),
    foreign key (practice_id, patient_id) references patient,
    foreign key (practice_id, request_id) references patient_request,
    foreign key (practice_id, clinician_id) references staff_member,
    foreign key (practice_id, opened_by) references staff_member,
    foreign key (practice_id, call_id) references call,
    foreign key (practice_id, clinician_seat) references participant (practice_id, participant_id),
    foreign key (practice_id, patient_seat) references participant (practice_id, participant_id)
);
-- at most one open consultation a patient
create unique index consultation_open on consultation (practice_id, patient_id) where state in ('INVITED', 'WAITING', 'LIVE');
create index consultation_patient on consultation (practice_id, patient_id, opened_at desc);
create index consultation_request on consultation (practice_id, request_id);
create index consultation_current on consultation (practice_id, clinician_id) where state in ('INVITED', 'WAITING', 'LIVE', 'ENDED');

-- The key makes a second press harmless and the first one final.
create table consultation_outcome (
    practice_id uuid not null,
    consultation_id uuid not null,
    outcome text not null check (outcome in ('COMPLETED', 'UNSUCCESSFUL')),
    reason text check (reason in ('DID_NOT_ARRIVE', 'TECHNICAL', 'IDENTITY', 'OTHER')),
    recorded_by uuid not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, consultation_id),
    foreign key (practice_id, consultation_id) references consultation,
    foreign key (practice_id, recorded_by) references staff_member
);

do $$
declare t text;
begin
    foreach t in array array['consultation', 'consultation_outcome'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert, update on consultation to anteroom_app;
grant select, insert, update on consultation_outcome to anteroom_app;
