-- A carer may write for whom they care for, where the practice lets them. What they wrote keeps who it was and who they said they were to the patient, since an
-- approval may end and its words may be asked for long after.

alter table carer_access
    -- what the practice lets them do
    add column level text not null default 'READ' check (level in ('READ', 'READ_AND_WRITE'));

alter table patient_request
    -- null: the patient wrote it themselves
    add column carer_id uuid,
    add column carer_relationship_sealed bytea,
    add constraint patient_request_carer check (
        (carer_id is null) = (carer_relationship_sealed is null) and (carer_id is null or patient_id is not null)),
    -- not valid: looking at the rows of patient would be filtered by its policy; none of the rows that are there has one
    add foreign key (practice_id, carer_id) references patient (practice_id, patient_id) not valid;

alter table message
    add column carer_id uuid,
    add column carer_relationship_sealed bytea,
    add constraint message_carer check (
        (carer_id is null) = (carer_relationship_sealed is null) and (carer_id is null or direction = 'PATIENT')),
    add foreign key (practice_id, carer_id) references patient (practice_id, patient_id) not valid;
