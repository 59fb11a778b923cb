-- The tenant, and what every later table leans on: practice_id in every key, forced row-level security, an application that owns nothing.

revoke all on schema public from public;
grant usage on schema public to anteroom_app, anteroom_finder;
alter default privileges in schema public revoke execute on functions from public;

-- Shows the practice of the transaction; after one `set local` the setting is '' and not null.
create function current_practice() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.practice', true), '')::uuid;
grant execute on function current_practice() to public;

create table practice (
    practice_id uuid primary key,
    name text not null check (length(name) between 1 and 120),
    ods_code text not null unique,
    public_code text not null unique check (public_code ~ '^[a-z]{3,4}$'),
    telephone text not null,
    link_hours int not null default 24 check (link_hours between 1 and 168),
    created_at timestamptz not null default clock_timestamp()
);
alter table practice enable row level security;
alter table practice force row level security;
create policy of_practice on practice using (practice_id = current_practice()) with check (practice_id = current_practice());
grant select on practice to anteroom_app;

create table staff_member (
    practice_id uuid not null references practice,
    staff_id uuid not null,
    sign_in_name text not null check (sign_in_name = lower(sign_in_name)),
    password_hash text not null,
    title text,
    given_name text not null,
    family_name text not null,
    roles text[] not null check (roles <@ array['CLINICIAN', 'RECEPTIONIST', 'PRACTICE_MANAGER'] and cardinality(roles) > 0),
    -- system|value of a professional register, such as https://fhir.hl7.org.uk/Id/gmc-number|C1234567
    registration text,
    -- the place of the second factor: null until one is enrolled
    second_factor_enrolled_at timestamptz,
    left_at timestamptz,
    created_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, staff_id),
    unique (practice_id, sign_in_name)
);
create index staff_member_sign_in on staff_member (sign_in_name);
alter table staff_member enable row level security;
alter table staff_member force row level security;
create policy of_practice on staff_member using (practice_id = current_practice()) with check (practice_id = current_practice());
grant select, insert, update on staff_member to anteroom_app;

-- The two look-ups before the practice is known answer ids only, through columns granted one by one.
grant select (practice_id, public_code) on practice to anteroom_finder;
grant select (practice_id, staff_id, sign_in_name, left_at) on staff_member to anteroom_finder;
create policy finder on practice for select to anteroom_finder using (true);
create policy finder on staff_member for select to anteroom_finder using (true);

grant create on schema public to anteroom_finder;
-- creating a function that reads a protected table is refused while row_security is off
set local row_security = on;

create function find_practice(code text) returns uuid
    language sql stable security definer set search_path = public, pg_temp
    return (select p.practice_id from practice p where p.public_code = code);

create function find_staff(name text) returns table (practice_id uuid, staff_id uuid)
    language sql stable security definer set search_path = public, pg_temp
    as $$ select s.practice_id, s.staff_id from staff_member s where s.sign_in_name = name and s.left_at is null $$;

revoke execute on function find_practice(text), find_staff(text) from public;
grant execute on function find_practice(text), find_staff(text) to anteroom_app;
alter function find_practice(text) owner to anteroom_finder;
alter function find_staff(text) owner to anteroom_finder;
revoke create on schema public from anteroom_finder;
set local row_security = off;

create table audit_entry (
    practice_id uuid not null references practice,
    entry_id bigint generated always as identity,
    at timestamptz not null default clock_timestamp(),
    -- staff, patient or system, and the id of whoever it was
    actor_kind text not null check (actor_kind in ('STAFF', 'PATIENT', 'SYSTEM')),
    actor_id uuid,
    action text not null,
    subject_kind text not null,
    subject_id uuid not null,
    primary key (practice_id, entry_id)
);
create index audit_entry_subject on audit_entry (practice_id, subject_id);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy of_practice on audit_entry using (practice_id = current_practice()) with check (practice_id = current_practice());
-- written, never changed; features do not read it
grant insert on audit_entry to anteroom_app;
grant select on audit_entry to anteroom_app;
