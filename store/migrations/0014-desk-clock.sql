-- What happens by itself at the desk, and what its owner sets: the company's name, its time zone.

-- When the clock has something to say about an issue next; and when it was closed, so that who comes back is seen.
alter table desk_issues add column next_due_at timestamptz, add column closed_at timestamptz;
create index desk_issues_next_due on desk_issues (workspace_id, next_due_at) where next_due_at is not null;
-- What was begun before the clock: it looks at each once, and finds when the next is due.
update desk_issues set next_due_at = changed_at where changed_at > '-infinity';
update desk_issues set closed_at = changed_at where is_closed;

-- What customers read as the company's name, and the zone in which a day begins; null: the workspace's name, UTC.
alter table workspaces add column company text, add column time_zone text;
update workspaces set company = 'Larkmoor', time_zone = 'Europe/London' where is_demo;

-- An answer to the regular question whether a guideline fits, and by which round it was asked; null: said unasked.
-- And when whoever said it had read what the owner answered.
alter table objections add column round int, add column read_at timestamptz;
create index objections_by_who on objections (workspace_id, who, at);
