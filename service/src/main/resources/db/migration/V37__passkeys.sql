-- Passkeys of patients. The key is public; the name that its owner gave it may name a device or a person, so it is sealed.

create table account_passkey (
    practice_id uuid not null,
    passkey_id uuid not null,
    patient_id uuid not null,
    credential_id bytea not null,
    -- authenticator model, credential id and public key as WebAuthn writes them (attested credential data)
    credential_data bytea not null,
    sign_count bigint not null,
    backup_eligible boolean not null,
    name_sealed bytea not null,
    created_at timestamptz not null default clock_timestamp(),
    used_at timestamptz,
    primary key (practice_id, passkey_id),
    unique (practice_id, credential_id),
    -- not valid: looking at the rows of patient_account would be filtered by its policy; there are none here yet
    foreign key (practice_id, patient_id) references patient_account on delete cascade not valid
);
create index account_passkey_patient on account_passkey (practice_id, patient_id);

-- Questions that are signed once, within minutes.
create table account_challenge (
    practice_id uuid not null references practice,
    challenge_digest bytea not null,
    -- for whom a passkey is made; null: somebody signs in, and who is not known yet
    patient_id uuid,
    created_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, challenge_digest)
);
create index account_challenge_created on account_challenge (practice_id, created_at);

-- Who may act for whom. One row for everybody who asks, also where nobody is meant: the answer must not tell who is on the list.
create table carer_access (
    practice_id uuid not null,
    care_id uuid not null,
    carer_id uuid not null,
    -- null: nobody is meant
    patient_id uuid,
    -- the carer's words: names, date of birth, NHS number, who they are to the patient
    said_sealed bytea not null,
    asked_at timestamptz not null default clock_timestamp(),
    -- null: not decided
    approved boolean,
    decided_at timestamptz,
    decided_by uuid,
    ended_at timestamptz,
    primary key (practice_id, care_id),
    foreign key (practice_id, carer_id) references patient (practice_id, patient_id) not valid,
    foreign key (practice_id, patient_id) references patient (practice_id, patient_id) not valid,
    foreign key (practice_id, decided_by) references staff_member (practice_id, staff_id) not valid
);
create index carer_access_carer on carer_access (practice_id, carer_id);
create index carer_access_patient on carer_access (practice_id, patient_id);

do $$
declare t text;
begin
    foreach t in array array['account_passkey', 'account_challenge', 'carer_access'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert, update, delete on account_passkey, account_challenge to anteroom_app;
grant select, insert, update on carer_access to anteroom_app;
