-- Interactions as they happen: facts that replace others, what a reading has not read yet, and what it adds up to, so
-- that new facts re-read only the customers they touch.

-- Facts that correct or withdraw another. Of several that do, the one revised last counts.
create table revisions (
  workspace_id int not null,
  id uuid not null,
  -- The fact first told, whether it came already or not.
  root_id uuid not null,
  is_withdrawal boolean not null,
  revised_at timestamptz not null,
  primary key (workspace_id, id)
);
create index revisions_by_root on revisions (workspace_id, root_id);

-- Facts that no longer count, because another took their place.
create table superseded (
  workspace_id int not null,
  id uuid not null,
  primary key (workspace_id, id)
);

-- A case whose first facts came before its customer was known is linked like any two identities.
insert into identity_links (workspace_id, one, other, interaction_id)
select distinct on (1, 2, 3) i.workspace_id, c.identity, i.identity, i.id
from interactions i
join cases c on c.workspace_id = i.workspace_id and 'case:' || c.source || '/' || c.case_id = i.identity
where i.identity >= 'case:' and i.identity < 'case;' and c.identity is not null
order by 1, 2, 3, 4
on conflict do nothing;

create index identity_links_by_other on identity_links (workspace_id, other);

-- A reading from which facts were kept away (a file is being read) can't be brought up to date, only made anew.
alter table readings add column is_behind boolean not null default false;
-- What takes a pass over all issues, as last found, and at which cost.
alter table readings add column followed jsonb;
-- How many facts there were when it began.
alter table readings add column facts bigint not null default 0;

-- What came or went since a reading last read its customer. Without these rows, the facts are what the reading read.
create table unread (
  workspace_id int not null,
  reading_id bigint not null,
  interaction_id uuid not null,
  identity text collate "C" not null,
  -- Whether the reading counts the fact.
  was_read boolean not null,
  -- Spreads the work over workers.
  share int not null,
  primary key (workspace_id, reading_id, interaction_id)
);
create index unread_by_share on unread (workspace_id, reading_id, share);
create index unread_by_identity on unread (workspace_id, reading_id, identity);

-- Identities that belong to another customer than the reading read them under.
create table unread_owners (
  workspace_id int not null,
  reading_id bigint not null,
  identity text collate "C" not null,
  was_customer text collate "C" not null,
  share int not null,
  primary key (workspace_id, reading_id, identity)
);
create index unread_owners_by_customer on unread_owners (workspace_id, reading_id, was_customer);

-- Counts whose sum is the reading's: of a partition read whole, or the difference that some customers made.
create table tally_parts (
  workspace_id int not null,
  reading_id bigint not null,
  id bigint generated always as identity,
  partition int,
  counts json not null,
  primary key (workspace_id, reading_id, id)
);

-- The best few of a kind (quotes for a cause, texts to review, customers for a sample), in order of rank and key.
create table kept_items (
  workspace_id int not null,
  reading_id bigint not null,
  pool text collate "C" not null,
  rank float8 not null,
  key text collate "C" not null,
  customer text collate "C" not null,
  item jsonb not null,
  primary key (workspace_id, reading_id, pool, rank, key)
);
-- Beyond this, items of the pool were let go.
create table pool_floors (
  workspace_id int not null,
  reading_id bigint not null,
  pool text collate "C" not null,
  rank float8 not null,
  key text collate "C" not null,
  primary key (workspace_id, reading_id, pool, rank, key)
);

drop table review_candidates;
