-- What people decide. These are no readings: they are kept for good, and survive every reading anew.

create table whys (
  id int generated always as identity primary key,
  workspace_id int not null references workspaces (id) on delete cascade,
  cause_id text collate "C" not null,
  answer text not null,
  who text not null,
  written_at timestamptz not null
);
create index whys_by_cause on whys (workspace_id, cause_id, id);

-- The interactions in which someone saw that it is so.
create table why_interactions (
  workspace_id int not null references workspaces (id) on delete cascade,
  why_id int not null references whys (id) on delete cascade,
  interaction_id uuid not null,
  primary key (why_id, interaction_id)
);

create table changes (
  id int generated always as identity primary key,
  workspace_id int not null references workspaces (id) on delete cascade,
  plan jsonb not null
);
create index changes_by_workspace on changes (workspace_id, id);

-- Append-only: a step that was taken, with what was known on that day.
create table decisions (
  workspace_id int not null references workspaces (id) on delete cascade,
  change_id int not null references changes (id) on delete cascade,
  position int not null,
  step text not null,
  who text not null,
  reason text not null,
  held_on text not null,
  decided_at timestamptz not null,
  figures jsonb not null,
  primary key (change_id, position)
);
