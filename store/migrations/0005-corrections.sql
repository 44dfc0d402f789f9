-- What people say of single texts. Facts like interactions: never edited; a word taken back stays on record as withdrawn.

create table corrections (
  workspace_id int not null references workspaces (id) on delete cascade,
  id uuid not null,
  -- Of several at one time the last one counts.
  sequence bigint generated always as identity,
  interaction_id uuid not null,
  -- Null: the message as a whole.
  kind text collate "C",
  first_char int,
  last_char int,
  verdict text not null check (verdict in ('right', 'wrong')),
  instead text collate "C",
  strength real not null,
  method text not null,
  chosen text not null check (chosen in ('met', 'unsure', 'lot')),
  reviewer text not null,
  at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  primary key (workspace_id, id)
);
create index corrections_by_interaction on corrections (workspace_id, interaction_id);

-- Of each reading, the few texts that a person should look at.
create table review_candidates (
  workspace_id int not null references workspaces (id) on delete cascade,
  reading_id bigint not null references readings (id) on delete cascade,
  customer text collate "C" not null,
  interaction_id uuid not null,
  chosen text not null check (chosen in ('unsure', 'lot')),
  -- Null: the whole message.
  kind text collate "C",
  first_char int not null,
  last_char int not null,
  strength real not null,
  method text not null
);
create index review_candidates_by_reading on review_candidates (workspace_id, reading_id);
