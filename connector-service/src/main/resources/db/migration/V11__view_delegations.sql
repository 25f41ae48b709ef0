-- Beside what runs by itself (RUN), an owner may share what a source answers to exactly the recorded
-- calls with those who open the artifact (VIEW): one delegation for each source.
alter table delegation
  add column kind text not null default 'RUN' check (kind in ('RUN', 'VIEW')),
  add column connector_id uuid,
  add column time_zone text,
  add constraint delegation_view check ((kind = 'VIEW') = (connector_id is not null)),
  add constraint delegation_zone check ((kind = 'VIEW') = (time_zone is not null)),
  drop constraint delegation_artifact_id_owner_id_key;

alter table delegation alter column kind drop default;

comment on column delegation.connector_id is 'the source, where it is for one alone';
comment on column delegation.time_zone is 'in which the days of relative arguments begin; a run brings its own';

create unique index delegation_run on delegation (artifact_id, owner_id) where kind = 'RUN';
create unique index delegation_view on delegation (artifact_id, owner_id, connector_id)
  where kind = 'VIEW';
