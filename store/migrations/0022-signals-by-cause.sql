-- What the contact was about that the message belongs to, as the reading has it. Null in readings of earlier versions.
alter table signals add column cause_id text;
