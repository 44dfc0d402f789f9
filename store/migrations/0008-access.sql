-- Who may. What better-auth keeps of people comes first, under names of ours; the rest is ours alone.

create table people (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  two_factor_enabled boolean not null default false,
  -- Runs this server: admin in every workspace.
  is_keeper boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table sessions (
  id text primary key,
  user_id text not null references people (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sessions_by_user on sessions (user_id);

-- How a person shows who they are: a password, or another system's word.
create table accounts (
  id text primary key,
  user_id text not null references people (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index accounts_by_user on accounts (user_id);

create table verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verifications_by_identifier on verifications (identifier);

create table second_factors (
  id text primary key,
  user_id text not null references people (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_verification_count int,
  locked_until timestamptz
);
create index second_factors_by_user on second_factors (user_id);

create table rate_limits (
  id text primary key,
  key text not null unique,
  count int not null,
  last_request bigint not null
);

create table members (
  workspace_id int not null references workspaces (id) on delete cascade,
  person_id text not null references people (id) on delete cascade,
  role text not null check (role in ('rep', 'lead', 'owner', 'analyst', 'executive', 'admin')),
  since timestamptz not null,
  primary key (workspace_id, person_id)
);
create index members_by_person on members (person_id);

-- Opens once: for a person to choose a password, or, without one, for the first keeper. Only the fingerprint is kept.
create table one_time_links (
  fingerprint bytea primary key,
  person_id text references people (id) on delete cascade,
  expires_at timestamptz not null
);

create table api_keys (
  workspace_id int not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  fingerprint bytea not null unique,
  verbs text[] not null,
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (workspace_id, id)
);

-- Who saw, changed or took out what. Never edited; holds no words of a customer and nothing that tells who one is.
create table audit_log (
  workspace_id int not null references workspaces (id) on delete cascade,
  sequence bigint generated always as identity,
  at timestamptz not null,
  who text not null,
  way text not null check (way in ('machine', 'session', 'key')),
  way_id text,
  verb text not null,
  action text not null,
  subject text,
  status int not null,
  primary key (workspace_id, sequence)
);

-- Null: facts are kept for good.
alter table workspaces add keep_days int check (keep_days > 0);
