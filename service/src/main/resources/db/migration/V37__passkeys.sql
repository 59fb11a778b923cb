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

do $$
declare t text;
begin
    foreach t in array array['account_passkey', 'account_challenge'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert, update, delete on account_passkey, account_challenge to anteroom_app;
