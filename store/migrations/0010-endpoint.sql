-- What an endpoint answered, so that the same question is never paid for twice and a reading gives the same bytes again.
-- `hash` is of the question as it left the machine: masked, with the engine it was put to. `texts` says whose texts it was
-- made of, so that one person can be erased from it.
create table endpoint_answers (
  workspace_id int not null references workspaces (id) on delete cascade,
  hash bytea not null,
  answer jsonb,
  vector bytea,
  texts text[] not null,
  at timestamptz not null,
  primary key (workspace_id, hash),
  check ((answer is null) <> (vector is null))
);
create index endpoint_answers_by_text on endpoint_answers using gin (texts);

-- What endpoints were asked and took, a workspace and month.
create table endpoint_spending (
  workspace_id int not null references workspaces (id) on delete cascade,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  requests int not null,
  tokens bigint not null,
  primary key (workspace_id, month)
);
