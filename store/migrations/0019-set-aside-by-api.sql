-- What is told by the API and can't be kept as a fact is set aside, too: it came with no file and from no connector.
alter table set_aside drop constraint set_aside_check;
alter table set_aside add check (import_id is null or connector_id is null);
-- The fact that it contradicts: a person who is known by that fact is in this row as well, whatever it names.
alter table set_aside add column contradicts uuid;
-- The same bytes told twice are listed once, also where they were read after a mend.
create unique index set_aside_by_api on set_aside (workspace_id, sha256(raw))
  where import_id is null and connector_id is null;
