-- What people say of two identities: one customer, or not. Kept like other rulings: never edited, withdrawn at most.
create table identity_rulings (
  workspace_id int not null references workspaces (id) on delete cascade,
  id uuid not null,
  sequence bigint generated always as identity,
  kind text not null check (kind in ('same', 'notSame')),
  one text collate "C" not null,
  other text collate "C" not null,
  reviewer text not null,
  at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  primary key (workspace_id, id)
);
create index identity_rulings_by_one on identity_rulings (workspace_id, one) where withdrawn_at is null;
create index identity_rulings_by_other on identity_rulings (workspace_id, other) where withdrawn_at is null;
