-- The practice list. Email, mobile and date of birth are sealed by the application (AES-GCM, bound to row and column) with a keyed hash beside
-- them for equality; names are plain. Under row-level security only leakproof operators use an index, so names are searched by ranges on a folded
-- column with collate "C" and never by like.

create table patient (
    practice_id uuid not null references practice,
    patient_id uuid not null,
    nhs_number text not null check (nhs_number ~ '^[0-9]{10}$'),
    given_name text not null,
    family_name text not null,
    given_folded text collate "C" not null,
    family_folded text collate "C" not null,
    born_sealed bytea not null,
    born_hash bytea not null,
    email_sealed bytea,
    email_hash bytea,
    mobile_sealed bytea,
    mobile_hash bytea,
    -- recorded opt-outs
    no_email boolean not null default false,
    no_sms boolean not null default false,
    created_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, patient_id),
    unique (practice_id, nhs_number)
);
create index patient_family on patient (practice_id, family_folded, given_folded, patient_id);
create index patient_given on patient (practice_id, given_folded);
create index patient_born on patient (practice_id, born_hash);

-- Those who registered. Belongs to one practice.
create table patient_account (
    practice_id uuid not null,
    patient_id uuid not null,
    email_hash bytea not null,
    password_hash text not null,
    created_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, patient_id),
    foreign key (practice_id, patient_id) references patient,
    unique (practice_id, email_hash)
);

do $$
declare t text;
begin
    foreach t in array array['patient', 'patient_account'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert, update on patient, patient_account to anteroom_app;
