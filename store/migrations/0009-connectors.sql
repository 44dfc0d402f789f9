-- Connectors: other systems that tell us what happens, or that we fetch it from.
create table connectors (
  -- Not to be guessed: it is the address under which the system sends.
  id uuid primary key,
  workspace_id int not null references workspaces (id) on delete cascade,
  kind text not null,
  name text not null,
  source text not null,
  settings jsonb not null,
  -- Encrypted with a key that is not in the database.
  secrets bytea,
  -- How far it was fetched; the fetcher's own.
  cursor jsonb,
  -- What the system calls its teams and agents by number.
  names jsonb not null,
  -- The last that came of a system we do not know, to make its mapping by.
  example bytea,
  is_paused boolean not null,
  created_at timestamptz not null,
  requests bigint not null default 0,
  stored bigint not null default 0,
  duplicates bigint not null default 0,
  passed_over bigint not null default 0,
  refused bigint not null default 0,
  last_received_at timestamptz,
  last_success_at timestamptz,
  lag_seconds float8,
  failure jsonb,
  failures int not null default 0,
  next_pull_at timestamptz
);
create index connectors_by_workspace on connectors (workspace_id, created_at);
create index connectors_due on connectors (next_pull_at) where not is_paused;

-- What can't be read came with a file or from a connector.
alter table set_aside alter column import_id drop not null;
alter table set_aside add column connector_id uuid references connectors (id) on delete cascade;
alter table set_aside add check ((import_id is null) <> (connector_id is null));
create index set_aside_by_connector on set_aside (workspace_id, connector_id, state, id);
