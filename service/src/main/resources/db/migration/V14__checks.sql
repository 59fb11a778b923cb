-- What a page found out before the call, and the card that a clinician shows: in the seat, so that both survive a reload.
alter table participant
    add column check_problem text,
    add column check_browser text,
    add column check_system text,
    add column check_speaker text,
    add column check_network text,
    add column card text;
