-- Whatever of ours is on its way to the record: a coded consultation, or a document such as a photo.

alter table coded_entry rename to record_entry;
alter table record_entry
    -- what it is about: the consultation itself, or the document
    add column subject_id uuid,
    add column kind text not null default 'consultation',
    alter column code drop not null,
    -- who wanted it there; null for what an outcome brought about
    add column requested_by uuid,
    add column taken_back_at timestamptz,
    add column taken_back_by uuid;
-- the owner sees every practice's rows only while the policy is not forced on it
alter table record_entry no force row level security;
update record_entry set subject_id = consultation_id;
alter table record_entry force row level security;
alter table record_entry
    alter column subject_id set not null,
    alter column kind drop default,
    drop constraint coded_entry_pkey,
    add primary key (practice_id, subject_id),
    drop constraint coded_entry_state_check,
    add check (state in ('PENDING', 'SAVED', 'FAILED', 'BY_HAND', 'WITHDRAWN', 'RETRACTING', 'RETRACTED')),
    -- only a consultation is a code; everything else is a document
    add check ((kind = 'consultation') = (code is not null)),
    -- not valid: the rows that are there have null here, and looking at them would be filtered by the policy
    add foreign key (practice_id, requested_by) references staff_member not valid,
    add foreign key (practice_id, taken_back_by) references staff_member not valid;
create index record_entry_consultation on record_entry (practice_id, consultation_id);
-- what somebody has to do by hand
create index record_entry_failed on record_entry (practice_id, ended_at) where state = 'FAILED';
update scheduled_tasks set task_name = 'record-entry' where task_name = 'coding';

-- An outcome that was taken back keeps its row: it says that it was, by whom and when.
alter table consultation_outcome
    add column taken_back_at timestamptz,
    add column taken_back_by uuid,
    add check ((taken_back_at is null) = (taken_back_by is null)),
    add check (taken_back_at is null or outcome = 'COMPLETED'),
    add foreign key (practice_id, taken_back_by) references staff_member not valid;

-- whether it went on by telephone when it ended: what really happened may be another code
alter table consultation add column by_phone boolean not null default false;
alter table practice add column code_telephone boolean not null default false;
grant update (code_telephone) on practice to anteroom_app;

-- a request whose consultation was taken back is open again
grant delete on request_completion to anteroom_app;
