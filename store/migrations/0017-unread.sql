-- What is unread is mostly nothing, and to PostgreSQL indexes of a table that looks empty look alike: of several that began
-- with the same columns it took one that did not help. Everything that is asked of it goes by this one.
drop index unread_by_share, unread_by_identity;
alter table unread drop constraint unread_pkey;
alter table unread add primary key (workspace_id, reading_id, share, identity, interaction_id);
