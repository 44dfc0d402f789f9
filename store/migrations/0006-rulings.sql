-- What people decide about causes and issues. Facts like corrections: never edited, withdrawn at most.

create table rulings (
  workspace_id int not null references workspaces (id) on delete cascade,
  id uuid not null,
  sequence bigint generated always as identity,
  content jsonb not null,
  reviewer text not null,
  at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  primary key (workspace_id, id)
);

-- The contacts a ruling speaks of, apart, so that one person can be erased from it.
create table ruling_contacts (
  workspace_id int not null,
  ruling_id uuid not null,
  position int not null,
  contact_id uuid not null,
  reason text,
  primary key (workspace_id, ruling_id, position),
  foreign key (workspace_id, ruling_id) references rulings (workspace_id, id) on delete cascade
);
create index ruling_contacts_by_contact on ruling_contacts (workspace_id, contact_id);
