-- Which of the staff are told by email of what came in, and who was told of what.

-- without a row the rule that every practice begins with
create table alert_rule (
    practice_id uuid not null references practice,
    kind text not null check (kind in ('EMERGENCY', 'URGENT', 'REPLY')),
    told text not null check (told in ('NOBODY', 'ON_DUTY', 'CHOSEN')),
    primary key (practice_id, kind)
);
create table alert_chosen (
    practice_id uuid not null,
    kind text not null,
    staff_id uuid not null,
    primary key (practice_id, kind, staff_id),
    foreign key (practice_id, kind) references alert_rule,
    -- not valid: looking at the rows of staff_member would be filtered by its policy; there are none here yet
    foreign key (practice_id, staff_id) references staff_member not valid
);

-- One row for each thing and each member of staff: however often it is announced, they are told once.
create table alert (
    practice_id uuid not null,
    alert_id uuid not null,
    kind text not null check (kind in ('EMERGENCY', 'URGENT', 'REPLY')),
    -- the request or the message
    cause_id uuid not null,
    staff_id uuid not null,
    noted_at timestamptz not null default clock_timestamp(),
    -- the one whose email told of this one too; null: not told yet
    told_with uuid,
    primary key (practice_id, alert_id),
    unique (practice_id, kind, cause_id, staff_id),
    foreign key (practice_id, staff_id) references staff_member not valid
);
create index alert_waiting on alert (practice_id, kind, staff_id) where told_with is null;
create index alert_told on alert (practice_id, told_with) where told_with is not null;

-- When somebody was told last: one email for each member of staff, kind and few minutes.
create table alert_turn (
    practice_id uuid not null,
    kind text not null,
    staff_id uuid not null,
    told_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, kind, staff_id),
    foreign key (practice_id, staff_id) references staff_member not valid
);

do $$
declare t text;
begin
    foreach t in array array['alert_rule', 'alert_chosen', 'alert', 'alert_turn'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert, update on alert_rule, alert, alert_turn to anteroom_app;
grant select, insert, delete on alert_chosen to anteroom_app;
