-- Answers to customers, from when they are written until they have gone out. Kept until the person is erased.
create table answers (
  workspace_id int not null references workspaces (id) on delete cascade,
  id uuid not null,
  -- Asked for twice with one key, an answer is written once.
  key text collate "C" not null,
  issue_id uuid not null,
  connector_id uuid not null,
  -- To whom, about what, in reply to what, and the words.
  letter jsonb not null,
  actor jsonb not null,
  written_at timestamptz not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'unclear', 'failed', 'returned', 'takenBack')),
  attempts int not null default 0,
  -- Why it has not gone out, or came back, in words.
  failure text,
  next_try_at timestamptz,
  sent_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, key)
);
create index answers_by_issue on answers (workspace_id, issue_id);
create index answers_due on answers (next_try_at) where next_try_at is not null;
