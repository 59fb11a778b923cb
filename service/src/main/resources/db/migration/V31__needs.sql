-- What a patient needs so that we understand each other (the Accessible Information Standard, DCB1605): recorded once, and respected by everything that is sent.
-- Sealed as contact points are: a language or a disability says who somebody is.

create table patient_needs (
    practice_id uuid not null,
    patient_id uuid not null,
    needs_sealed bytea not null,
    -- the member of staff; null: the clinical system said so
    changed_by uuid,
    changed_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, patient_id),
    -- not valid: looking at the rows of patient would be filtered by its policy; there are none here yet
    foreign key (practice_id, patient_id) references patient not valid,
    foreign key (practice_id, changed_by) references staff_member not valid
);

alter table patient_needs enable row level security;
alter table patient_needs force row level security;
create policy of_practice on patient_needs using (practice_id = current_practice()) with check (practice_id = current_practice());
grant select, insert, update on patient_needs to anteroom_app;
