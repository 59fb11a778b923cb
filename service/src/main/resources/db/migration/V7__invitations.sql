create table invitation (
    practice_id uuid not null,
    invitation_id uuid not null,
    consultation_id uuid not null,
    channel text not null check (channel in ('EMAIL', 'SMS')),
    -- where this invitation goes, whatever the patient's own contact is
    contact_sealed bytea not null,
    one_off boolean not null,
    token_hash bytea not null,
    -- for a job after a crash, Resend and Copy link; erased when the invitation dies
    link_sealed bytea,
    -- one press of the button is one letter, however often it arrives
    form_key uuid not null,
    attempts_left int not null default 5 check (attempts_left between 0 and 5),
    dies_at timestamptz not null,
    opened_at timestamptz,
    consented_at timestamptz,
    identity_at timestamptz,
    identity_by text check (identity_by in ('BIRTH', 'ACCOUNT')),
    locked_at timestamptz,
    withdrawn_at timestamptz,
    sent_by uuid not null,
    created_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, invitation_id),
    unique (practice_id, token_hash),
    unique (practice_id, form_key),
    foreign key (practice_id, consultation_id) references consultation,
    foreign key (practice_id, sent_by) references staff_member
);
create index invitation_consultation on invitation (practice_id, consultation_id, created_at);

-- Devices whose holder passed the identity check.
create table participant_device (
    practice_id uuid not null,
    device_hash bytea not null,
    invitation_id uuid not null,
    bound_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, device_hash),
    foreign key (practice_id, invitation_id) references invitation
);

do $$
declare t text;
begin
    foreach t in array array['invitation', 'participant_device'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert, update on invitation, participant_device to anteroom_app;
