-- Whoever changes the ways into an account has shown lately who they are: a browser that was left open is not enough.

alter table account_session
    -- when its holder did so again; null: when they signed in
    add column proved_at timestamptz;
