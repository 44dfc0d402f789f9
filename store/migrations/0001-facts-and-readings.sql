-- Facts are append-only and never move. Everything under "Readings" is computed from them and may be thrown away.
-- Identities and customers are compared byte by byte (collate "C"), so that every server orders them alike.
-- Heavy tables carry no foreign keys (a check per row would double the cost of a load): store/erase.ts erases
-- them by hand, and its test walks the catalog so that none is forgotten.

create type interaction_kind as enum ('message', 'call', 'visit', 'survey', 'event');
create type side as enum ('customer', 'company');

create table workspaces (
  id int generated always as identity primary key,
  name text not null unique,
  is_demo boolean not null,
  reading_id bigint,
  read_at timestamptz,
  created_at timestamptz not null default now()
);

-- Facts ---------------------------------------------------------------------------------------------------------

create table interactions (
  workspace_id int not null,
  -- The strongest identity of the row, else `case:<source>/<case id>`, else `row:<id>`.
  identity text collate "C" not null,
  id uuid not null,
  source text not null,
  external_id text not null,
  sequence bigint not null,
  at timestamptz,
  -- As the row names them, where that is not just `identity`: several, or nobody when the case tells whose it is.
  identities text[],
  case_id text,
  case_opened_at timestamptz,
  kind interaction_kind not null,
  side side not null,
  channel text,
  team text,
  agent text,
  text text,
  category text,
  rating float8,
  duration_seconds float8,
  attributes jsonb
) partition by hash (workspace_id, identity);

-- Makes an interaction idempotent, whatever identity it comes with.
create table interaction_keys (
  workspace_id int not null,
  id uuid not null,
  digest uuid not null,
  identity text collate "C" not null,
  primary key (workspace_id, id)
);

-- Whose case it is: the first customer seen in it.
create table cases (
  workspace_id int not null,
  source text collate "C" not null,
  case_id text collate "C" not null,
  identity text collate "C",
  primary key (workspace_id, source, case_id)
);

-- Evidence that two identities are one person.
create table identity_links (
  workspace_id int not null,
  one text collate "C" not null,
  other text collate "C" not null,
  interaction_id uuid not null,
  primary key (workspace_id, one, other)
);

-- Only identities whose customer is another identity.
create table identities (
  workspace_id int not null,
  identity text collate "C" not null,
  customer text collate "C" not null,
  primary key (workspace_id, identity)
);
create index identities_by_customer on identities (workspace_id, customer);

-- Readings ------------------------------------------------------------------------------------------------------

create table readings (
  id bigint generated always as identity primary key,
  workspace_id int not null references workspaces (id) on delete cascade,
  method text not null,
  state text not null check (state in ('running', 'done')),
  report jsonb,
  overview jsonb,
  cause_model jsonb,
  started_at timestamptz not null,
  finished_at timestamptz
);
create index readings_by_workspace on readings (workspace_id);
alter table workspaces add foreign key (reading_id) references readings (id) on delete set null;

create table contacts (
  workspace_id int not null,
  reading_id bigint not null,
  customer text collate "C" not null,
  has_customer boolean not null,
  id uuid not null,
  identity text collate "C" not null,
  issue_id uuid,
  cause_id text collate "C",
  cause_strength real,
  at timestamptz,
  channel text,
  source text not null,
  case_id text,
  position_in_issue int not null,
  minutes_to_next float8,
  minutes_to_same float8,
  emotion text,
  effort real not null,
  spoken_hand_offs int not null
) partition by hash (workspace_id, customer);

create table issues (
  workspace_id int not null,
  reading_id bigint not null,
  customer text collate "C" not null,
  has_customer boolean not null,
  id uuid not null,
  cause_id text collate "C",
  first_at timestamptz,
  last_at timestamptz,
  contacts int not null,
  interactions int not null,
  cases text[] not null,
  channels text[] not null,
  teams text[] not null,
  hand_offs int not null,
  is_ping_pong boolean not null,
  spoken_hand_offs int not null,
  emotion text
) partition by hash (workspace_id, customer);

create table signals (
  workspace_id int not null,
  reading_id bigint not null,
  customer text collate "C" not null,
  identity text collate "C" not null,
  interaction_id uuid not null,
  at timestamptz,
  kind text collate "C" not null,
  first_char int not null,
  last_char int not null,
  strength real not null,
  method text not null
) partition by hash (workspace_id, customer);

-- Only cases with at least one hand-off.
create table case_hand_offs (
  workspace_id int not null,
  reading_id bigint not null,
  customer text collate "C" not null,
  source text collate "C" not null,
  case_id text collate "C" not null,
  issue_id uuid,
  interactions int not null,
  teams text[] not null,
  hand_offs int not null,
  is_ping_pong boolean not null
);
create index case_hand_offs_most_first
  on case_hand_offs (workspace_id, reading_id, hand_offs desc, (source || E'\x1f' || case_id) desc);

create table causes (
  workspace_id int not null references workspaces (id) on delete cascade,
  reading_id bigint not null references readings (id) on delete cascade,
  id text collate "C" not null,
  position int not null,
  document jsonb not null,
  primary key (workspace_id, reading_id, id)
);

create table assumptions (
  workspace_id int not null references workspaces (id) on delete cascade,
  name text not null,
  low float8 not null,
  mid float8 not null,
  high float8 not null,
  entered_at timestamptz not null,
  primary key (workspace_id, name)
);

-- Lists page by (time, id), newest first; what has no time comes last.
create index interactions_by_identity on interactions (workspace_id, identity, at, sequence);
create index contacts_newest on contacts (workspace_id, reading_id, coalesce(at, '-infinity') desc, id desc);
create index contacts_by_cause on contacts (workspace_id, reading_id, cause_id, coalesce(at, '-infinity') desc, id desc);
create index issues_newest on issues (workspace_id, reading_id, coalesce(last_at, '-infinity') desc, id desc);
create index issues_by_cause on issues (workspace_id, reading_id, cause_id, coalesce(last_at, '-infinity') desc, id desc);
create index issues_most_contacts on issues (workspace_id, reading_id, contacts desc, id desc);
create index issues_most_hand_offs on issues (workspace_id, reading_id, hand_offs desc, id desc);
create index issues_by_id on issues (workspace_id, reading_id, id);
create index issues_by_customer on issues (workspace_id, reading_id, customer);
create index signals_by_kind on signals (workspace_id, reading_id, kind, coalesce(at, '-infinity') desc, interaction_id desc);

do $$
declare
  parent text;
begin
  foreach parent in array array['interactions', 'contacts', 'issues', 'signals'] loop
    for p in 0..15 loop
      execute format('create table %I partition of %I for values with (modulus 16, remainder %s)',
        parent || '_p' || lpad(p::text, 2, '0'), parent, p);
    end loop;
  end loop;
end
$$;

-- Imports -------------------------------------------------------------------------------------------------------

create table uploads (
  id uuid primary key,
  workspace_id int not null references workspaces (id) on delete cascade,
  name text not null,
  path text not null,
  bytes bigint not null,
  created_at timestamptz not null
);
create index uploads_by_workspace on uploads (workspace_id);

create table imports (
  id uuid primary key,
  workspace_id int not null references workspaces (id) on delete cascade,
  state text not null check (state in ('waiting', 'reading', 'understanding', 'done', 'failed')),
  step text not null,
  mapping jsonb,
  failure jsonb,
  started_at timestamptz not null,
  finished_at timestamptz
);
create index imports_by_workspace on imports (workspace_id, started_at desc);

create table import_files (
  import_id uuid not null references imports (id) on delete cascade,
  position int not null,
  name text not null,
  path text not null,
  format text,
  context jsonb,
  rows bigint not null default 0,
  interactions bigint not null default 0,
  duplicates bigint not null default 0,
  state_only bigint not null default 0,
  set_aside bigint not null default 0,
  bytes_done bigint not null default 0,
  bytes_total bigint,
  is_done boolean not null default false,
  primary key (import_id, position)
);

create table set_aside (
  id bigint generated always as identity primary key,
  workspace_id int not null references workspaces (id) on delete cascade,
  import_id uuid not null references imports (id) on delete cascade,
  file text not null,
  line bigint,
  reason text not null,
  detail text not null,
  raw bytea not null,
  state text not null check (state in ('open', 'read'))
);
create index set_aside_by_import on set_aside (workspace_id, import_id, state, id);
create index set_aside_by_line on set_aside (workspace_id, file, line);
