-- The texts a practice keeps for its messages, with placeholders in the place of names. They say nothing of any patient.

create table message_template (
    practice_id uuid not null,
    template_id uuid not null,
    name text not null check (char_length(name) between 1 and 60),
    kind text not null check (kind in ('REPLY_REQUIRED', 'REPLY_NOT_REQUIRED', 'REPLY_NOT_REQUIRED_SAVE')),
    body text not null check (char_length(body) between 1 and 5000),
    -- counts its changes: whoever saves says which one they had in front of them
    version int not null default 1,
    created_by uuid not null,
    created_at timestamptz not null default clock_timestamp(),
    changed_by uuid not null,
    changed_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, template_id),
    foreign key (practice_id, created_by) references staff_member (practice_id, staff_id),
    foreign key (practice_id, changed_by) references staff_member (practice_id, staff_id)
);
create unique index message_template_name on message_template (practice_id, lower(name));

alter table message_template enable row level security;
alter table message_template force row level security;
create policy of_practice on message_template using (practice_id = current_practice()) with check (practice_id = current_practice());
grant select, insert, update, delete on message_template to anteroom_app;
