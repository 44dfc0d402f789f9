-- How fine a workspace's causes are: 1 takes the grain that suits the texts, more is finer.

alter table workspaces add column grain float8 not null default 1 check (grain between 0.1 and 10);
