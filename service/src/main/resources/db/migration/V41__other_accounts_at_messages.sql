-- Somebody signed in at a message's link to the account of another patient, and was refused. The staff see it, as they do at an invitation's.
alter table message_link add column other_account_at timestamptz;
