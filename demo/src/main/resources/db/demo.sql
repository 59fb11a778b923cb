-- The demo's own database: what patients were sent, and the record of the stand-in clinical system. Run at every start.

create table if not exists phone_message (
    -- the letter's own id, so that one that was sent twice arrives once
    reference uuid primary key,
    channel text not null check (channel in ('EMAIL', 'SMS')),
    sent_to text not null,
    sender text not null,
    subject text,
    body text not null,
    html text,
    arrived_at timestamptz not null default clock_timestamp()
);
create index if not exists phone_message_arrived on phone_message (arrived_at desc);

create table if not exists record_patient (
    patient_id uuid primary key,
    practice_id uuid not null,
    nhs_number text not null unique,
    given_name text not null,
    family_name text not null,
    born date not null,
    email text,
    mobile text,
    -- the place on the list of the page; null for the crowd
    place int
);

-- what a reading of the practice list asks for besides
alter table record_patient add column if not exists updated_at timestamptz not null default clock_timestamp();
alter table record_patient add column if not exists died_on date;
alter table record_patient add column if not exists postcode text;
alter table record_patient add column if not exists restricted boolean not null default false;
create index if not exists record_patient_updated on record_patient (updated_at, patient_id);

create table if not exists record_encounter (
    encounter_id uuid primary key,
    patient_id uuid not null references record_patient,
    resource text not null,
    started_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp()
);
create index if not exists record_encounter_patient on record_encounter (patient_id, started_at desc);

-- The key is what makes two of the same impossible, however many come at once.
create table if not exists record_identifier (
    system text not null,
    value text not null,
    encounter_id uuid not null references record_encounter deferrable initially deferred,
    primary key (system, value)
);

create table if not exists record_provenance (
    provenance_id text primary key,
    version int not null default 1,
    resource text not null,
    recorded_at timestamptz not null default clock_timestamp()
);

-- Which patient each member of staff has open, and the event that said so; of nobody, when it was closed.
create table if not exists record_open (
    staff_id uuid primary key,
    patient_id uuid references record_patient,
    event_id uuid not null,
    at timestamptz not null
);

create table if not exists record_reachable (
    the_one boolean primary key default true check (the_one),
    reachable boolean not null default true
);
insert into record_reachable default values on conflict do nothing;

-- An entry that is marked as entered in error keeps its id and becomes its next version.
alter table record_encounter add column if not exists version int not null default 1;

-- The identifier is the key: of the same document there is one, however often it comes.
create table if not exists record_document (
    system text not null,
    value text not null,
    document_id uuid not null unique,
    patient_id uuid not null references record_patient,
    version int not null default 1,
    resource text not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (system, value)
);
create index if not exists record_document_patient on record_document (patient_id, recorded_at desc);
-- A message that the record was told of stands beside the document that holds its words.
alter table record_document add column if not exists type text not null default 'DocumentReference';
