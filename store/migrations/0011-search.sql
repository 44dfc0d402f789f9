-- Search by words. What the texts say stands apart from the facts and is filled in behind them, so that reading a file does
-- not wait for it.

-- Texts that search has not read yet, a few thousand a row; a row goes with the transaction that reads its texts.
create table search_due (
  workspace_id int not null references workspaces (id) on delete cascade,
  id bigint generated always as identity primary key,
  interactions uuid[] not null,
  texts int not null
);
create index search_due_by_workspace on search_due (workspace_id, id);

-- How far search is.
create table search_states (
  workspace_id int primary key references workspaces (id) on delete cascade,
  texts bigint not null,
  newest_at timestamptz
);

create table search_texts (
  workspace_id int not null,
  identity text collate "C" not null,
  interaction_id uuid not null,
  at timestamptz,
  -- Words of the masked text, and marks of what one narrows by (store/search/marks.ts), so that one index answers both.
  words tsvector not null
) partition by hash (workspace_id, identity);

create index search_texts_by_words on search_texts using gin (words);

do $$
begin
  for p in 0..15 loop
    execute format('create table search_texts_p%s partition of search_texts for values with (modulus 16, remainder %s)',
      lpad(p::text, 2, '0'), p);
  end loop;
end
$$;

-- What was kept before there was search.
insert into search_due (workspace_id, interactions, texts)
select workspace_id, array_agg(id), count(*)
from (select workspace_id, id, (row_number() over (partition by workspace_id order by id) - 1) / 5000 as batch
  from interactions where text is not null) kept
group by workspace_id, batch;
