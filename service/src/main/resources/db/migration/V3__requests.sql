create table patient_request (
    practice_id uuid not null,
    request_id uuid not null,
    patient_id uuid not null,
    kind text not null check (kind in ('MEDICAL', 'ADMINISTRATIVE')),
    urgency text not null check (urgency in ('EMERGENCY', 'URGENT', 'ROUTINE')),
    title text not null check (length(title) between 1 and 200),
    body text not null,
    received_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, request_id),
    foreign key (practice_id, patient_id) references patient
);
create index patient_request_patient on patient_request (practice_id, patient_id);

-- A row, not a flag: who completed it and when.
create table request_completion (
    practice_id uuid not null,
    request_id uuid not null,
    completed_by uuid not null,
    completed_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, request_id),
    foreign key (practice_id, request_id) references patient_request,
    foreign key (practice_id, completed_by) references staff_member
);

do $$
declare t text;
begin
    foreach t in array array['patient_request', 'request_completion'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert on patient_request, request_completion to anteroom_app;
