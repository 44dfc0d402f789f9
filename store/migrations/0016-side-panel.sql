-- The desk inside another help desk: whose pages may frame it, and the secret those sign with, encrypted.
alter table workspaces add column panel_origins text[] not null default '{}', add column panel_secret bytea;
