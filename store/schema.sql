-- Written by store/postgres/write-schema.ts from the live schema; do not edit.

create type interaction_kind as enum ('message', 'call', 'visit', 'survey', 'leaving', 'event');

create type side as enum ('customer', 'company');

create table accounts (
  id text not null,
  user_id text not null,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  UNIQUE (provider_id, account_id),
  PRIMARY KEY (id),
  FOREIGN KEY (user_id) REFERENCES people(id) ON DELETE CASCADE
);
CREATE INDEX accounts_by_user ON accounts USING btree (user_id);

create table answers (
  workspace_id integer not null,
  id uuid not null,
  key text not null,
  issue_id uuid not null,
  connector_id uuid not null,
  letter jsonb not null,
  actor jsonb not null,
  written_at timestamp with time zone not null,
  state text not null,
  attempts integer not null default 0,
  failure text,
  next_try_at timestamp with time zone,
  sent_at timestamp with time zone,
  UNIQUE (workspace_id, key),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'unclear'::text, 'failed'::text, 'returned'::text, 'takenBack'::text])))
);
CREATE INDEX answers_by_issue ON answers USING btree (workspace_id, issue_id);
CREATE INDEX answers_due ON answers USING btree (next_try_at) WHERE (next_try_at IS NOT NULL);

create table api_keys (
  workspace_id integer not null,
  id uuid not null,
  name text not null,
  fingerprint bytea not null,
  verbs text[] not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  UNIQUE (fingerprint),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table assumptions (
  workspace_id integer not null,
  name text not null,
  low double precision not null,
  mid double precision not null,
  high double precision not null,
  entered_at timestamp with time zone not null,
  entered_by text,
  PRIMARY KEY (workspace_id, name),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table audit_log (
  workspace_id integer not null,
  sequence bigint not null generated as identity,
  at timestamp with time zone not null,
  who text not null,
  way text not null,
  way_id text,
  verb text not null,
  action text not null,
  subject text,
  status integer not null,
  PRIMARY KEY (workspace_id, sequence),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((way = ANY (ARRAY['machine'::text, 'session'::text, 'key'::text])))
);

create table case_hand_offs (
  workspace_id integer not null,
  reading_id bigint not null,
  customer text not null,
  source text not null,
  case_id text not null,
  issue_id uuid,
  interactions integer not null,
  teams text[] not null,
  hand_offs integer not null,
  is_ping_pong boolean not null
);
CREATE INDEX case_hand_offs_most_first ON case_hand_offs USING btree (workspace_id, reading_id, hand_offs DESC, (((source || ''::text) || case_id)) DESC);

create table cases (
  workspace_id integer not null,
  source text not null,
  case_id text not null,
  identity text,
  PRIMARY KEY (workspace_id, source, case_id)
);

create table causes (
  workspace_id integer not null,
  reading_id bigint not null,
  id text not null,
  position integer not null,
  document jsonb not null,
  PRIMARY KEY (workspace_id, reading_id, id),
  FOREIGN KEY (reading_id) REFERENCES readings(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table changes (
  id integer not null generated as identity,
  workspace_id integer not null,
  plan jsonb not null,
  PRIMARY KEY (id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX changes_by_workspace ON changes USING btree (workspace_id, id);

create table connectors (
  id uuid not null,
  workspace_id integer not null,
  kind text not null,
  name text not null,
  source text not null,
  settings jsonb not null,
  secrets bytea,
  cursor jsonb,
  names jsonb not null,
  example bytea,
  is_paused boolean not null,
  created_at timestamp with time zone not null,
  requests bigint not null default 0,
  stored bigint not null default 0,
  duplicates bigint not null default 0,
  passed_over bigint not null default 0,
  refused bigint not null default 0,
  last_received_at timestamp with time zone,
  last_success_at timestamp with time zone,
  lag_seconds double precision,
  failure jsonb,
  failures integer not null default 0,
  next_pull_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX connectors_by_workspace ON connectors USING btree (workspace_id, created_at);
CREATE INDEX connectors_due ON connectors USING btree (next_pull_at) WHERE (NOT is_paused);

create table contacts (
  workspace_id integer not null,
  reading_id bigint not null,
  customer text not null,
  has_customer boolean not null,
  id uuid not null,
  identity text not null,
  issue_id uuid,
  cause_id text,
  cause_strength real,
  at timestamp with time zone,
  channel text,
  source text not null,
  case_id text,
  position_in_issue integer not null,
  minutes_to_next double precision,
  minutes_to_same double precision,
  emotion text,
  effort real not null,
  spoken_hand_offs integer not null,
  first_team text,
  marks text[],
  rating double precision
) partition by hash (workspace_id, customer);
CREATE INDEX contacts_by_cause ON ONLY contacts USING btree (workspace_id, reading_id, cause_id, COALESCE(at, '-infinity'::timestamp with time zone) DESC, id DESC);
CREATE INDEX contacts_by_rating ON ONLY contacts USING btree (workspace_id, reading_id, rating, COALESCE(at, '-infinity'::timestamp with time zone) DESC, id DESC) WHERE (rating IS NOT NULL);
CREATE INDEX contacts_newest ON ONLY contacts USING btree (workspace_id, reading_id, COALESCE(at, '-infinity'::timestamp with time zone) DESC, id DESC);

create table corrections (
  workspace_id integer not null,
  id uuid not null,
  sequence bigint not null generated as identity,
  interaction_id uuid not null,
  kind text,
  first_char integer,
  last_char integer,
  verdict text not null,
  instead text,
  strength real not null,
  method text not null,
  chosen text not null,
  reviewer text not null,
  at timestamp with time zone not null,
  withdrawn_by text,
  withdrawn_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((chosen = ANY (ARRAY['met'::text, 'unsure'::text, 'lot'::text]))),
  CHECK ((verdict = ANY (ARRAY['right'::text, 'wrong'::text])))
);
CREATE INDEX corrections_by_interaction ON corrections USING btree (workspace_id, interaction_id);

create table customer_links (
  id uuid not null,
  workspace_id integer not null,
  issue_id uuid not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX customer_links_by_issue ON customer_links USING btree (workspace_id, issue_id);

create table decisions (
  workspace_id integer not null,
  change_id integer not null,
  position integer not null,
  step text not null,
  who text not null,
  reason text not null,
  held_on text not null,
  decided_at timestamp with time zone not null,
  figures jsonb not null,
  PRIMARY KEY (change_id, "position"),
  FOREIGN KEY (change_id) REFERENCES changes(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table desk_issues (
  workspace_id integer not null,
  issue_id uuid not null,
  holder text,
  held_until timestamp with time zone,
  due_at timestamp with time zone,
  handed_to text,
  has_answered boolean not null default false,
  is_closed boolean not null default false,
  changed_at timestamp with time zone not null default '-infinity'::timestamp with time zone,
  next_due_at timestamp with time zone,
  closed_at timestamp with time zone,
  PRIMARY KEY (workspace_id, issue_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX desk_issues_next_due ON desk_issues USING btree (workspace_id, next_due_at) WHERE (next_due_at IS NOT NULL);
CREATE INDEX desk_issues_open ON desk_issues USING btree (workspace_id, changed_at DESC) WHERE (NOT is_closed);

create table desk_people (
  workspace_id integer not null,
  name text not null,
  role text not null,
  has_left boolean not null default false,
  PRIMARY KEY (workspace_id, name),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table desk_steps (
  workspace_id integer not null,
  sequence bigint not null generated as identity,
  issue_id uuid not null,
  step jsonb not null,
  actor jsonb not null,
  at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, sequence),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX desk_steps_by_issue ON desk_steps USING btree (workspace_id, issue_id, sequence);

create table endpoint_answers (
  workspace_id integer not null,
  hash bytea not null,
  answer jsonb,
  vector bytea,
  texts text[] not null,
  at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, hash),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK (((answer IS NULL) <> (vector IS NULL)))
);
CREATE INDEX endpoint_answers_by_text ON endpoint_answers USING gin (texts);

create table endpoint_settings (
  workspace_id integer not null,
  url text,
  key bytea,
  embedding_model text,
  wording_model text,
  tokens_a_reading integer,
  tokens_a_month integer,
  is_private boolean not null default false,
  PRIMARY KEY (workspace_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK (((url IS NULL) = (COALESCE(embedding_model, wording_model) IS NULL))),
  CHECK ((((url IS NULL) = (tokens_a_reading IS NULL)) AND ((url IS NULL) = (tokens_a_month IS NULL)))),
  CHECK (((url IS NOT NULL) OR (key IS NULL)))
);

create table endpoint_spending (
  workspace_id integer not null,
  month text not null,
  requests integer not null,
  tokens bigint not null,
  PRIMARY KEY (workspace_id, month),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((month ~ '^\d{4}-\d{2}$'::text))
);

create table exceptions (
  workspace_id integer not null,
  id uuid not null,
  key text not null,
  issue_id uuid not null,
  given jsonb not null,
  because text not null,
  asker text not null,
  approver text not null,
  asked_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  by_default text not null,
  answer text,
  UNIQUE (workspace_id, key),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((answer = ANY (ARRAY['granted'::text, 'declined'::text]))),
  CHECK ((by_default = ANY (ARRAY['granted'::text, 'declined'::text])))
);
CREATE INDEX exceptions_open ON exceptions USING btree (due_at) WHERE (answer IS NULL);

create table grant_limits (
  workspace_id integer not null,
  key text not null,
  drawn bigint not null default 0,
  PRIMARY KEY (workspace_id, key),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table grants (
  workspace_id integer not null,
  id uuid not null,
  key text not null,
  issue_id uuid not null,
  guideline_id integer not null,
  version integer not null,
  option_id text not null,
  cost bigint not null,
  person text not null,
  exception_id uuid,
  at timestamp with time zone not null,
  UNIQUE (workspace_id, key),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((cost >= 0))
);
CREATE INDEX grants_by_guideline ON grants USING btree (workspace_id, guideline_id, at);
CREATE INDEX grants_by_issue ON grants USING btree (workspace_id, issue_id);

create table guideline_versions (
  workspace_id integer not null,
  guideline_id integer not null,
  version integer not null,
  content jsonb not null,
  who text not null,
  at timestamp with time zone not null,
  live_at timestamp with time zone,
  PRIMARY KEY (guideline_id, version),
  FOREIGN KEY (guideline_id) REFERENCES guidelines(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table guidelines (
  id integer not null generated as identity,
  workspace_id integer not null,
  retired_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX guidelines_by_workspace ON guidelines USING btree (workspace_id, id);

create table identities (
  workspace_id integer not null,
  identity text not null,
  customer text not null,
  PRIMARY KEY (workspace_id, identity)
);
CREATE INDEX identities_by_customer ON identities USING btree (workspace_id, customer);

create table identity_links (
  workspace_id integer not null,
  one text not null,
  other text not null,
  interaction_id uuid not null,
  PRIMARY KEY (workspace_id, one, other)
);
CREATE INDEX identity_links_by_other ON identity_links USING btree (workspace_id, other);

create table identity_rulings (
  workspace_id integer not null,
  id uuid not null,
  sequence bigint not null generated as identity,
  kind text not null,
  one text not null,
  other text not null,
  reviewer text not null,
  at timestamp with time zone not null,
  withdrawn_by text,
  withdrawn_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((kind = ANY (ARRAY['same'::text, 'notSame'::text])))
);
CREATE INDEX identity_rulings_by_one ON identity_rulings USING btree (workspace_id, one) WHERE (withdrawn_at IS NULL);
CREATE INDEX identity_rulings_by_other ON identity_rulings USING btree (workspace_id, other) WHERE (withdrawn_at IS NULL);

create table import_files (
  import_id uuid not null,
  position integer not null,
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
  PRIMARY KEY (import_id, "position"),
  FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE
);

create table imports (
  id uuid not null,
  workspace_id integer not null,
  state text not null,
  step text not null,
  mapping jsonb,
  failure jsonb,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((state = ANY (ARRAY['waiting'::text, 'reading'::text, 'understanding'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX imports_by_workspace ON imports USING btree (workspace_id, started_at DESC);

create table interaction_keys (
  workspace_id integer not null,
  id uuid not null,
  digest uuid not null,
  identity text not null,
  PRIMARY KEY (workspace_id, id)
);

create table interactions (
  workspace_id integer not null,
  identity text not null,
  id uuid not null,
  source text not null,
  external_id text not null,
  sequence bigint not null,
  at timestamp with time zone,
  identities text[],
  case_id text,
  case_opened_at timestamp with time zone,
  kind interaction_kind not null,
  side side not null,
  channel text,
  team text,
  agent text,
  text text,
  category text,
  rating double precision,
  duration_seconds double precision,
  attributes jsonb
) partition by hash (workspace_id, identity);
CREATE INDEX interactions_by_identity ON ONLY interactions USING btree (workspace_id, identity, at, sequence);
CREATE INDEX survey_answers ON ONLY interactions USING btree (workspace_id, source, COALESCE(at, '-infinity'::timestamp with time zone) DESC, id DESC) WHERE ((kind = 'survey'::interaction_kind) AND (case_id IS NULL) AND (rating IS NOT NULL));
CREATE INDEX survey_answers_by_rating ON ONLY interactions USING btree (workspace_id, source, rating, COALESCE(at, '-infinity'::timestamp with time zone) DESC, id DESC) WHERE ((kind = 'survey'::interaction_kind) AND (case_id IS NULL) AND (rating IS NOT NULL));

create table issues (
  workspace_id integer not null,
  reading_id bigint not null,
  customer text not null,
  has_customer boolean not null,
  id uuid not null,
  cause_id text,
  first_at timestamp with time zone,
  last_at timestamp with time zone,
  contacts integer not null,
  interactions integer not null,
  cases text[] not null,
  channels text[] not null,
  teams text[] not null,
  hand_offs integer not null,
  is_ping_pong boolean not null,
  spoken_hand_offs integer not null,
  emotion text
) partition by hash (workspace_id, customer);
CREATE INDEX issues_by_cause ON ONLY issues USING btree (workspace_id, reading_id, cause_id, COALESCE(last_at, '-infinity'::timestamp with time zone) DESC, id DESC);
CREATE INDEX issues_by_customer ON ONLY issues USING btree (workspace_id, reading_id, customer);
CREATE INDEX issues_by_id ON ONLY issues USING btree (workspace_id, reading_id, id);
CREATE INDEX issues_most_contacts ON ONLY issues USING btree (workspace_id, reading_id, contacts DESC, id DESC);
CREATE INDEX issues_most_hand_offs ON ONLY issues USING btree (workspace_id, reading_id, hand_offs DESC, id DESC);
CREATE INDEX issues_newest ON ONLY issues USING btree (workspace_id, reading_id, COALESCE(last_at, '-infinity'::timestamp with time zone) DESC, id DESC);

create table kept_items (
  workspace_id integer not null,
  reading_id bigint not null,
  pool text not null,
  rank double precision not null,
  key text not null,
  customer text not null,
  item jsonb not null,
  PRIMARY KEY (workspace_id, reading_id, pool, rank, key)
);

create table link_secrets (
  workspace_id integer not null,
  secret bytea not null,
  PRIMARY KEY (workspace_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table members (
  workspace_id integer not null,
  person_id text not null,
  role text not null,
  since timestamp with time zone not null,
  PRIMARY KEY (workspace_id, person_id),
  FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((role = ANY (ARRAY['rep'::text, 'lead'::text, 'owner'::text, 'analyst'::text, 'executive'::text, 'admin'::text])))
);
CREATE INDEX members_by_person ON members USING btree (person_id);

create table objections (
  workspace_id integer not null,
  id uuid not null,
  guideline_id integer not null,
  version integer not null,
  issue_id uuid not null,
  fit text not null,
  word text not null,
  who text not null,
  at timestamp with time zone not null,
  due_at timestamp with time zone,
  answer jsonb,
  round integer,
  read_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((fit = ANY (ARRAY['fits'::text, 'fitsBut'::text, 'inTheWay'::text])))
);
CREATE INDEX objections_by_guideline ON objections USING btree (workspace_id, guideline_id, at);
CREATE INDEX objections_by_who ON objections USING btree (workspace_id, who, at);

create table one_time_links (
  fingerprint bytea not null,
  person_id text,
  expires_at timestamp with time zone not null,
  PRIMARY KEY (fingerprint),
  FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
);

create table people (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null,
  image text,
  two_factor_enabled boolean not null default false,
  is_keeper boolean not null default false,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  UNIQUE (email),
  PRIMARY KEY (id)
);

create table pool_floors (
  workspace_id integer not null,
  reading_id bigint not null,
  pool text not null,
  rank double precision not null,
  key text not null,
  PRIMARY KEY (workspace_id, reading_id, pool, rank, key)
);

create table rate_limits (
  id text not null,
  key text not null,
  count integer not null,
  last_request bigint not null,
  UNIQUE (key),
  PRIMARY KEY (id)
);

create table readings (
  id bigint not null generated as identity,
  workspace_id integer not null,
  method text not null,
  state text not null,
  report jsonb,
  overview jsonb,
  cause_model jsonb,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  cost jsonb,
  is_behind boolean not null default false,
  followed jsonb,
  facts bigint not null default 0,
  PRIMARY KEY (id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((state = ANY (ARRAY['running'::text, 'done'::text])))
);
CREATE INDEX readings_by_workspace ON readings USING btree (workspace_id);

create table revisions (
  workspace_id integer not null,
  id uuid not null,
  root_id uuid not null,
  is_withdrawal boolean not null,
  revised_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX revisions_by_root ON revisions USING btree (workspace_id, root_id);

create table ruling_contacts (
  workspace_id integer not null,
  ruling_id uuid not null,
  position integer not null,
  contact_id uuid not null,
  reason text,
  PRIMARY KEY (workspace_id, ruling_id, "position"),
  FOREIGN KEY (workspace_id, ruling_id) REFERENCES rulings(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX ruling_contacts_by_contact ON ruling_contacts USING btree (workspace_id, contact_id);

create table rulings (
  workspace_id integer not null,
  id uuid not null,
  sequence bigint not null generated as identity,
  content jsonb not null,
  reviewer text not null,
  at timestamp with time zone not null,
  withdrawn_by text,
  withdrawn_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table search_due (
  workspace_id integer not null,
  id bigint not null generated as identity,
  interactions uuid[] not null,
  texts integer not null,
  PRIMARY KEY (id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX search_due_by_workspace ON search_due USING btree (workspace_id, id);

create table search_states (
  workspace_id integer not null,
  texts bigint not null,
  newest_at timestamp with time zone,
  PRIMARY KEY (workspace_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table search_texts (
  workspace_id integer not null,
  identity text not null,
  interaction_id uuid not null,
  at timestamp with time zone,
  words tsvector not null
) partition by hash (workspace_id, identity);
CREATE INDEX search_texts_by_words ON ONLY search_texts USING gin (words);

create table second_factors (
  id text not null,
  user_id text not null,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (user_id) REFERENCES people(id) ON DELETE CASCADE
);
CREATE INDEX second_factors_by_user ON second_factors USING btree (user_id);

create table sessions (
  id text not null,
  user_id text not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  UNIQUE (token),
  PRIMARY KEY (id),
  FOREIGN KEY (user_id) REFERENCES people(id) ON DELETE CASCADE
);
CREATE INDEX sessions_by_user ON sessions USING btree (user_id);

create table set_aside (
  id bigint not null generated as identity,
  workspace_id integer not null,
  import_id uuid,
  file text not null,
  line bigint,
  reason text not null,
  detail text not null,
  raw bytea not null,
  state text not null,
  connector_id uuid,
  contradicts uuid,
  PRIMARY KEY (id),
  FOREIGN KEY (connector_id) REFERENCES connectors(id) ON DELETE CASCADE,
  FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK (((import_id IS NULL) OR (connector_id IS NULL))),
  CHECK ((state = ANY (ARRAY['open'::text, 'read'::text])))
);
CREATE UNIQUE INDEX set_aside_by_api ON set_aside USING btree (workspace_id, sha256(raw)) WHERE ((import_id IS NULL) AND (connector_id IS NULL));
CREATE INDEX set_aside_by_connector ON set_aside USING btree (workspace_id, connector_id, state, id);
CREATE INDEX set_aside_by_import ON set_aside USING btree (workspace_id, import_id, state, id);
CREATE INDEX set_aside_by_line ON set_aside USING btree (workspace_id, file, line);

create table signals (
  workspace_id integer not null,
  reading_id bigint not null,
  customer text not null,
  identity text not null,
  interaction_id uuid not null,
  at timestamp with time zone,
  kind text not null,
  first_char integer not null,
  last_char integer not null,
  strength real not null,
  method text not null,
  cause_id text
) partition by hash (workspace_id, customer);
CREATE INDEX signals_by_kind ON ONLY signals USING btree (workspace_id, reading_id, kind, COALESCE(at, '-infinity'::timestamp with time zone) DESC, interaction_id DESC);

create table superseded (
  workspace_id integer not null,
  id uuid not null,
  PRIMARY KEY (workspace_id, id)
);

create table tally_parts (
  workspace_id integer not null,
  reading_id bigint not null,
  id bigint not null generated as identity,
  partition integer,
  counts json not null,
  PRIMARY KEY (workspace_id, reading_id, id)
);

create table unread (
  workspace_id integer not null,
  reading_id bigint not null,
  interaction_id uuid not null,
  identity text not null,
  was_read boolean not null,
  share integer not null,
  PRIMARY KEY (workspace_id, reading_id, share, identity, interaction_id)
);

create table unread_owners (
  workspace_id integer not null,
  reading_id bigint not null,
  identity text not null,
  was_customer text not null,
  share integer not null,
  PRIMARY KEY (workspace_id, reading_id, identity)
);
CREATE INDEX unread_owners_by_customer ON unread_owners USING btree (workspace_id, reading_id, was_customer);

create table uploads (
  id uuid not null,
  workspace_id integer not null,
  name text not null,
  path text not null,
  bytes bigint not null,
  created_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX uploads_by_workspace ON uploads USING btree (workspace_id);

create table verifications (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (id)
);
CREATE INDEX verifications_by_identifier ON verifications USING btree (identifier);

create table why_interactions (
  workspace_id integer not null,
  why_id integer not null,
  interaction_id uuid not null,
  PRIMARY KEY (why_id, interaction_id),
  FOREIGN KEY (why_id) REFERENCES whys(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table whys (
  id integer not null generated as identity,
  workspace_id integer not null,
  cause_id text not null,
  answer text not null,
  who text not null,
  written_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX whys_by_cause ON whys USING btree (workspace_id, cause_id, id);

create table workspaces (
  id integer not null generated as identity,
  name text not null,
  is_demo boolean not null,
  reading_id bigint,
  read_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  currency text not null default 'EUR'::text,
  grain double precision not null default 1,
  keep_days integer,
  company text,
  time_zone text,
  panel_origins text[] not null default '{}'::text[],
  panel_secret bytea,
  UNIQUE (name),
  PRIMARY KEY (id),
  FOREIGN KEY (reading_id) REFERENCES readings(id) ON DELETE SET NULL,
  CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CHECK (((grain >= (0.1)::double precision) AND (grain <= (10)::double precision))),
  CHECK ((keep_days > 0))
);
