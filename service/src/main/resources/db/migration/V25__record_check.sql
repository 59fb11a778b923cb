-- The clinical system had another patient open than the one of the consultation, and somebody has looked at both and settled it.
create table record_check_settled (
    practice_id uuid not null,
    consultation_id uuid not null,
    -- of the event that opened the other patient: whoever is opened next is another question
    event_id text not null check (length(event_id) <= 200),
    settled_by uuid not null,
    settled_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, consultation_id, event_id),
    foreign key (practice_id, consultation_id) references consultation,
    foreign key (practice_id, settled_by) references staff_member
);
alter table record_check_settled enable row level security;
alter table record_check_settled force row level security;
create policy of_practice on record_check_settled using (practice_id = current_practice()) with check (practice_id = current_practice());
grant select, insert on record_check_settled to anteroom_app;
