-- What a cost is computed from, who entered an assumption, in which money, and that a customer left.

alter table readings add column cost jsonb;

alter table workspaces add column currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$');

alter table assumptions add column entered_by text;

alter type interaction_kind add value 'leaving' before 'event';
