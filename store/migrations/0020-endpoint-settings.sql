-- What a workspace decides about a model elsewhere; without a row it is as the server is set.
-- Null in url: nothing leaves the workspace. The key is encrypted. `is_private`: the address was of the private network when it was
-- entered, and that was allowed; all others may only ever lead to the open internet.
create table endpoint_settings (
  workspace_id int primary key references workspaces (id) on delete cascade,
  url text,
  key bytea,
  embedding_model text,
  wording_model text,
  tokens_a_reading int,
  tokens_a_month int,
  is_private boolean not null default false,
  check ((url is null) = (coalesce(embedding_model, wording_model) is null)),
  check ((url is null) = (tokens_a_reading is null) and (url is null) = (tokens_a_month is null)),
  check (url is not null or key is null)
);
