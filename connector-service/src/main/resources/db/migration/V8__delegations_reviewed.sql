alter table delegation
  add column given_at timestamptz,
  add column artifact_version integer,
  add column expires_at timestamptz,
  add column last_used_at timestamptz;

update delegation set given_at = updated_at;

alter table delegation alter column given_at set not null;

comment on column delegation.given_at is 'when the owner last agreed to the calls';
comment on column delegation.artifact_version is 'whose calls they are; null if that was not said';
comment on column delegation.expires_at is 'null: until it is taken back';

create index delegation_of_owner on delegation (owner_id);

alter table delegated_call add column relative text not null default '[]';

comment on column delegated_call.relative is 'JSON: which arguments are evaluated anew for each run';
