-- The desk inside another help desk: whose pages may frame it, and the secret those sign with, encrypted.
alter table workspaces add column panel_origins text[] not null default '{}', add column panel_secret bytea;

-- Whoever another help desk vouched for.
alter table audit_log drop constraint audit_log_way_check,
  add constraint audit_log_way_check check (way in ('machine', 'session', 'key', 'panel'));
