-- The inbox: what state a request is in, whose it is, who looks at it, and what became of it.

alter table patient_request
    -- null while nobody has decided who on the list sent it
    alter column patient_id drop not null,
    add column state text not null default 'OPEN' check (state in ('OPEN', 'COMPLETED', 'REJECTED')),
    -- of the urgency, for the order of the inbox
    add column rank smallint not null generated always as (case urgency when 'EMERGENCY' then 0 when 'URGENT' then 1 else 2 end) stored,
    add column assigned_staff uuid,
    add column assigned_group uuid,
    add check (assigned_staff is null or assigned_group is null);

-- the owner sees no rows of FORCEd tables without a practice
alter table patient no force row level security;
alter table patient_request no force row level security;
alter table request_completion no force row level security;
update patient_request r set state = 'COMPLETED'
where exists (select from request_completion c where c.practice_id = r.practice_id and c.request_id = r.request_id);

alter table request_completion
    add column outcome text not null default 'COMPLETED' check (outcome in ('COMPLETED', 'REJECTED')),
    -- of a rejection; what the sender is told
    add column reason text check (reason in ('NOT_ON_LIST', 'TWICE', 'ELSEWHERE', 'OTHER')),
    add column words_sealed bytea,
    add check ((outcome = 'REJECTED') = (reason is not null));
grant delete on request_completion to anteroom_app;
grant update (patient_id, state, assigned_staff, assigned_group) on patient_request to anteroom_app;

-- One index a list: each is read in order and left after a page.
create index patient_request_open on patient_request (practice_id, rank, received_at, request_id) where state = 'OPEN';
create index patient_request_unassigned on patient_request (practice_id, rank, received_at, request_id)
    where state = 'OPEN' and assigned_staff is null and assigned_group is null;
create index patient_request_of_staff on patient_request (practice_id, assigned_staff, rank, received_at, request_id)
    where state = 'OPEN' and assigned_staff is not null;
create index patient_request_of_group on patient_request (practice_id, assigned_group, rank, received_at, request_id)
    where state = 'OPEN' and assigned_group is not null;
create index request_completion_newest on request_completion (practice_id, completed_at, request_id);

-- Who says that they sent it, as they typed it: a guest.
create table request_sender (
    practice_id uuid not null,
    request_id uuid not null,
    given_name text not null,
    family_name text not null,
    born_sealed bytea,
    nhs_number text check (nhs_number ~ '^[0-9]{10}$'),
    postcode_sealed bytea,
    email_sealed bytea,
    mobile_sealed bytea,
    primary key (practice_id, request_id),
    foreign key (practice_id, request_id) references patient_request not valid
);

-- The words by which a request is found: of its title, its text and its sender's name, folded. Ranges over collation "C", as for names.
create table request_word (
    practice_id uuid not null,
    word text collate "C" not null check (length(word) between 2 and 30),
    request_id uuid not null,
    primary key (practice_id, word, request_id),
    foreign key (practice_id, request_id) references patient_request not valid
);

-- What happened to a request, for its history, and for pages that look again when there is more.
create table request_event (
    practice_id uuid not null,
    event_id bigint generated always as identity,
    request_id uuid not null,
    at timestamptz not null default clock_timestamp(),
    what text not null check (what in ('RECEIVED', 'MATCHED', 'ASSIGNED', 'UNASSIGNED', 'NOTED', 'COMPLETED', 'REJECTED', 'REOPENED')),
    -- null: by itself
    by_staff uuid,
    to_staff uuid,
    -- as it was called then: groups come and go
    to_group text,
    primary key (practice_id, event_id),
    foreign key (practice_id, request_id) references patient_request not valid,
    foreign key (practice_id, by_staff) references staff_member not valid,
    foreign key (practice_id, to_staff) references staff_member not valid
);
create index request_event_request on request_event (practice_id, request_id, event_id);

-- What staff note for each other; patients never see it.
create table request_note (
    practice_id uuid not null,
    request_id uuid not null,
    note_id uuid not null,
    text_sealed bytea not null,
    written_by uuid not null,
    written_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, request_id, note_id),
    foreign key (practice_id, request_id) references patient_request not valid,
    foreign key (practice_id, written_by) references staff_member not valid
);

create table inbox_group (
    practice_id uuid not null,
    group_id uuid not null,
    name text not null check (length(name) between 1 and 40),
    primary key (practice_id, group_id)
);
create unique index inbox_group_name on inbox_group (practice_id, lower(name));

create table inbox_group_member (
    practice_id uuid not null,
    group_id uuid not null,
    staff_id uuid not null,
    primary key (practice_id, group_id, staff_id),
    foreign key (practice_id, group_id) references inbox_group on delete cascade not valid,
    foreign key (practice_id, staff_id) references staff_member not valid
);
create index inbox_group_member_staff on inbox_group_member (practice_id, staff_id);

-- Who has the page of a request open. Pages say so again and again; what was lost with the database is said again soon.
create unlogged table request_looker (
    practice_id uuid not null,
    request_id uuid not null,
    page_id uuid not null,
    staff_id uuid not null,
    seen_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, request_id, page_id)
);

-- requests that came before
insert into request_word (practice_id, word, request_id)
select distinct r.practice_id, w.word, r.request_id
from patient_request r
join patient p on p.practice_id = r.practice_id and p.patient_id = r.patient_id
cross join regexp_split_to_table(lower(r.title || ' ' || r.body) || ' ' || p.given_folded || ' ' || p.family_folded, '[^[:alnum:]]+') w (word)
where length(w.word) between 2 and 30;
insert into request_event (practice_id, request_id, at, what)
select r.practice_id, r.request_id, r.received_at, 'RECEIVED' from patient_request r order by r.received_at;
insert into request_event (practice_id, request_id, at, what, by_staff)
select c.practice_id, c.request_id, c.completed_at, 'COMPLETED', c.completed_by from request_completion c order by c.completed_at;
alter table patient force row level security;
alter table patient_request force row level security;
alter table request_completion force row level security;

do $$
declare t text;
begin
    foreach t in array array['request_sender', 'request_word', 'request_event', 'request_note', 'inbox_group', 'inbox_group_member', 'request_looker'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert on request_sender, request_word, request_event, request_note to anteroom_app;
grant select, insert, update, delete on inbox_group, inbox_group_member, request_looker to anteroom_app;
