-- The desk: what is done about issues, and what may be. Decisions, kept for good; no readings.
-- An issue is named by its first contact's first interaction: when identities are joined and issues grow together, the
-- steps of each stay with the contact that they were taken about.

create table desk_people (
  workspace_id int not null references workspaces (id) on delete cascade,
  name text collate "C" not null,
  role text not null,
  has_left boolean not null default false,
  primary key (workspace_id, name)
);

create table guidelines (
  id int generated always as identity primary key,
  workspace_id int not null references workspaces (id) on delete cascade,
  retired_at timestamptz
);
create index guidelines_by_workspace on guidelines (workspace_id, id);

-- Append-only but for the one moment at which a version goes live.
create table guideline_versions (
  workspace_id int not null references workspaces (id) on delete cascade,
  guideline_id int not null references guidelines (id) on delete cascade,
  version int not null,
  content jsonb not null,
  who text not null,
  at timestamptz not null,
  live_at timestamptz,
  primary key (guideline_id, version)
);

-- Where the work on an issue stands: a summary of its steps for the queue, and the row that steps are taken under.
create table desk_issues (
  workspace_id int not null references workspaces (id) on delete cascade,
  issue_id uuid not null,
  holder text,
  held_until timestamptz,
  due_at timestamptz,
  handed_to text,
  has_answered boolean not null default false,
  is_closed boolean not null default false,
  changed_at timestamptz not null default '-infinity',
  primary key (workspace_id, issue_id)
);
create index desk_issues_open on desk_issues (workspace_id, changed_at desc) where not is_closed;

-- Append-only: the timeline of an issue at the desk.
create table desk_steps (
  workspace_id int not null references workspaces (id) on delete cascade,
  sequence bigint generated always as identity,
  issue_id uuid not null,
  step jsonb not null,
  actor jsonb not null,
  at timestamptz not null,
  primary key (workspace_id, sequence)
);
create index desk_steps_by_issue on desk_steps (workspace_id, issue_id, sequence);

-- A grant asked for twice with one key is given once.
create table grants (
  workspace_id int not null references workspaces (id) on delete cascade,
  id uuid not null,
  key text collate "C" not null,
  issue_id uuid not null,
  guideline_id int not null,
  version int not null,
  option_id text not null,
  cost bigint not null check (cost >= 0),
  person text not null,
  exception_id uuid,
  at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, key)
);
create index grants_by_issue on grants (workspace_id, issue_id);
create index grants_by_guideline on grants (workspace_id, guideline_id, at);

-- What was drawn on each limit. A grant holds the rows of its limits until it is kept or given up.
create table grant_limits (
  workspace_id int not null references workspaces (id) on delete cascade,
  key text collate "C" not null,
  drawn bigint not null default 0,
  primary key (workspace_id, key)
);

create table exceptions (
  workspace_id int not null references workspaces (id) on delete cascade,
  id uuid not null,
  key text collate "C" not null,
  issue_id uuid not null,
  given jsonb not null,
  because text not null,
  asker text not null,
  approver text not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  by_default text not null check (by_default in ('granted', 'declined')),
  answer text check (answer in ('granted', 'declined')),
  primary key (workspace_id, id),
  unique (workspace_id, key)
);
create index exceptions_open on exceptions (due_at) where answer is null;

create table link_secrets (
  workspace_id int primary key references workspaces (id) on delete cascade,
  secret bytea not null
);

create table customer_links (
  id uuid primary key,
  workspace_id int not null references workspaces (id) on delete cascade,
  issue_id uuid not null,
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index customer_links_by_issue on customer_links (workspace_id, issue_id);

create table objections (
  workspace_id int not null references workspaces (id) on delete cascade,
  id uuid not null,
  guideline_id int not null,
  version int not null,
  issue_id uuid not null,
  fit text not null check (fit in ('fits', 'fitsBut', 'inTheWay')),
  word text not null,
  who text not null,
  at timestamptz not null,
  due_at timestamptz,
  answer jsonb,
  primary key (workspace_id, id)
);
create index objections_by_guideline on objections (workspace_id, guideline_id, at);
