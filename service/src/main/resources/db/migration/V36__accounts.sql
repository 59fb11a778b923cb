-- The accounts of patients: more ways in than a password, where they are signed in, which devices they used before, and the codes that open an account
-- or bring somebody back into theirs.

alter table patient_account
    -- whoever signs in with NHS login or a passkey needs neither
    alter column email_hash drop not null,
    alter column password_hash drop not null,
    -- null for those from before this: they are found by the hash and written to at the contact on the list
    add column email_sealed bytea,
    -- it was the address on the list when the account was opened; only such an address is sent a code
    add column email_trusted boolean not null default false;
grant delete on patient_account to anteroom_app;

-- One row for each place where somebody is signed in. The cookie's key is found by its digest.
create table account_session (
    practice_id uuid not null,
    session_id uuid not null,
    session_digest bytea not null,
    patient_id uuid not null,
    -- whom they act for, if not for themselves
    acting_for uuid,
    way text not null check (way in ('PASSWORD', 'PASSKEY', 'NHS_LOGIN')),
    device_sealed bytea not null,
    created_at timestamptz not null default clock_timestamp(),
    seen_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, session_id),
    unique (practice_id, session_digest),
    -- not valid: looking at the rows of patient_account would be filtered by its policy; there are none here yet
    foreign key (practice_id, patient_id) references patient_account on delete cascade not valid,
    foreign key (practice_id, acting_for) references patient (practice_id, patient_id) not valid
);
create index account_session_patient on account_session (practice_id, patient_id);

-- Devices that somebody has signed in with: others' failures do not slow them down. One device may know several accounts.
create table account_device (
    practice_id uuid not null,
    device_digest bytea not null,
    patient_id uuid not null,
    created_at timestamptz not null default clock_timestamp(),
    used_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, device_digest, patient_id),
    foreign key (practice_id, patient_id) references patient_account on delete cascade not valid
);
create index account_device_patient on account_device (practice_id, patient_id);

-- A code on its way to a contact on the list. There is one for everybody who asks, also where nobody is meant: the answer must not tell.
create table account_code (
    practice_id uuid not null references practice,
    code_id uuid not null,
    purpose text not null check (purpose in ('REGISTRATION', 'RECOVERY', 'SENT_BY_STAFF')),
    -- of the browser that asked, or of the link that staff sent
    key_digest bytea not null,
    -- what was typed; gone as soon as it was looked up
    asked_sealed bytea,
    looked_up_at timestamptz,
    -- null: nobody is meant
    patient_id uuid,
    code_sealed bytea,
    tries_left int not null default 5 check (tries_left >= 0),
    asked_at timestamptz not null default clock_timestamp(),
    confirmed_at timestamptz,
    used_at timestamptz,
    primary key (practice_id, code_id),
    unique (practice_id, key_digest),
    foreign key (practice_id, patient_id) references patient not valid
);
create index account_code_patient on account_code (practice_id, patient_id, looked_up_at);
create index account_code_asked on account_code (practice_id, asked_at);

-- Somebody signed in at the link to the account of another patient, and was refused. The staff see it.
alter table invitation add column other_account_at timestamptz;

-- What patients want beside what the list says: an opt-out of theirs outlives every reading of the list, and one on the list is taken back there.
create table patient_choice (
    practice_id uuid not null,
    patient_id uuid not null,
    no_email boolean not null,
    no_sms boolean not null,
    changed_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, patient_id),
    foreign key (practice_id, patient_id) references patient not valid
);

do $$
declare t text;
begin
    foreach t in array array['account_session', 'account_device', 'account_code', 'patient_choice'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert, update, delete on account_session, account_device, account_code to anteroom_app;
grant select, insert, update on patient_choice to anteroom_app;
