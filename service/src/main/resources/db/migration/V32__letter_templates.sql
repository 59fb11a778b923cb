-- A practice's own words for letters to patients, for each kind, channel and language one. Where there are none ours are used.

create table letter_template (
    practice_id uuid not null references practice,
    kind text not null check (kind in ('INVITATION', 'RECALL', 'MESSAGE')),
    channel text not null check (channel in ('EMAIL', 'SMS')),
    -- BCP 47
    language text not null,
    -- of an email
    subject text check ((subject is not null) = (channel = 'EMAIL')),
    words text not null,
    -- counts changes: two people who change the same do not overwrite each other unseen
    version int not null default 1,
    changed_by uuid not null,
    changed_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, kind, channel, language),
    -- not valid: looking at the rows of staff_member would be filtered by its policy; there are none here yet
    foreign key (practice_id, changed_by) references staff_member not valid
);

alter table letter_template enable row level security;
alter table letter_template force row level security;
create policy of_practice on letter_template using (practice_id = current_practice()) with check (practice_id = current_practice());
grant select, insert, update, delete on letter_template to anteroom_app;
