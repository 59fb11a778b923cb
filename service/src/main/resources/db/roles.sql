-- The four roles. Run once by a superuser before the service first starts; the demo and the tests run this very file.
-- Passwords are set apart from it: `alter role anteroom_owner password '…'`, `alter role anteroom_app password '…'`.

-- Owns the tables and runs the migrations. With row_security off a data migration that would be filtered fails loudly.
create role anteroom_owner login;
alter role anteroom_owner set row_security = off;

-- The application. Owns nothing, so forced row-level security always holds for it.
create role anteroom_app login;

-- Owns the few look-ups that must work before the practice is known. Never logs in.
create role anteroom_finder nologin;
grant anteroom_finder to anteroom_owner with inherit false, set true;

-- Dumps only.
create role anteroom_backup login bypassrls;
grant pg_read_all_data to anteroom_backup;
