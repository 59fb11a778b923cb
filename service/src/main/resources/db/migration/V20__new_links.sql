-- A patient whose link cannot be used has asked for a new one: answered by itself with another invitation, or a line for the staff.
create table new_link (
    practice_id uuid not null,
    new_link_id uuid not null,
    -- the link it was asked with; a new one goes where that one went, and nowhere else
    invitation_id uuid not null,
    consultation_id uuid not null,
    patient_id uuid not null,
    -- the last time, and how often since the line stands
    asked_at timestamptz not null default clock_timestamp(),
    times int not null default 1,
    -- the invitation that was sent by itself
    sent_as uuid,
    -- or why nothing was
    why text check (why in ('OVER', 'WITHDRAWN', 'LOCKED', 'ENOUGH')),
    settled_how text check (settled_how in ('INVITED', 'DISMISSED')),
    settled_by uuid,
    settled_at timestamptz,
    primary key (practice_id, new_link_id),
    foreign key (practice_id, invitation_id) references invitation,
    foreign key (practice_id, consultation_id) references consultation,
    foreign key (practice_id, patient_id) references patient,
    foreign key (practice_id, sent_as) references invitation (practice_id, invitation_id),
    foreign key (practice_id, settled_by) references staff_member,
    check ((sent_as is null) <> (why is null)),
    check ((settled_how is null) = (settled_at is null) and (settled_how is null) = (settled_by is null))
);
create index new_link_consultation on new_link (practice_id, consultation_id);
-- however often somebody asks, it is one line
create unique index new_link_line on new_link (practice_id, invitation_id) where sent_as is null and settled_at is null;
create index new_link_open on new_link (practice_id, asked_at) where sent_as is null and settled_at is null;

do $$
declare t text;
begin
    foreach t in array array['new_link'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert, update on new_link to anteroom_app;
