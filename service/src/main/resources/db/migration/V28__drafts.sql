-- What somebody has begun to write to a patient, or a patient to the practice, and not sent yet: one text for each writer.

create table message_draft (
    practice_id uuid not null,
    patient_id uuid not null,
    -- a member of staff, or the patient
    writer_id uuid not null,
    text_sealed bytea not null,
    changed_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, patient_id, writer_id),
    -- not valid: looking at the rows of patient would be filtered by its policy; there are none here yet
    foreign key (practice_id, patient_id) references patient not valid
);

alter table message_draft enable row level security;
alter table message_draft force row level security;
create policy of_practice on message_draft using (practice_id = current_practice()) with check (practice_id = current_practice());
grant select, insert, update, delete on message_draft to anteroom_app;
