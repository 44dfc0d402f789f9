-- What happened in a contact beyond what its opener carries, so that drivers open the contacts they count, and can be counted
-- by week. Null in readings of earlier versions.
alter table contacts add column first_team text;
alter table contacts add column marks text[];
