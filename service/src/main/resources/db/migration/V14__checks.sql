-- What a page found out before the call, and the card that a clinician shows: in the seat, so that both survive a reload.
alter table participant
    add column check_problem text,
    add column check_browser text,
    add column check_system text,
    add column check_speaker text,
    add column check_network text,
    add column card text;

-- A patient goes on with another device. One offer an invitation: the newest. It is gone once it was used.
create table handover (
    practice_id uuid not null,
    invitation_id uuid not null,
    -- of the square
    secret_hash bytea not null,
    -- of the six letters; a keyed hash, since so few can be tried out
    code_hash bytea not null,
    expires_at timestamptz not null,
    -- of the device that typed the letters, and waits for the first one to say yes
    claim_hash bytea,
    allowed_at timestamptz,
    primary key (practice_id, invitation_id),
    unique (practice_id, secret_hash),
    unique (practice_id, code_hash),
    foreign key (practice_id, invitation_id) references invitation,
    check (allowed_at is null or claim_hash is not null)
);

-- Whether the patient can talk freely, in the patient's own word. For the clinician who holds the consultation, and nobody else.
create table safe_to_talk (
    practice_id uuid not null,
    consultation_id uuid not null,
    answer text not null check (answer in ('YES', 'NO', 'SKIPPED')),
    answered_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, consultation_id),
    foreign key (practice_id, consultation_id) references consultation
);

do $$
declare t text;
begin
    foreach t in array array['handover', 'safe_to_talk'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert, update, delete on handover to anteroom_app;
grant select, insert, update on safe_to_talk to anteroom_app;
-- a quick exit forgets the device
grant delete on participant_device to anteroom_app;
