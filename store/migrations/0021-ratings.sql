-- The last rating that was given within a contact, on its source's own scale. Null in readings of earlier versions.
alter table contacts add column rating float8;
create index contacts_by_rating on contacts
  (workspace_id, reading_id, rating, coalesce(at, '-infinity') desc, id desc) where rating is not null;
