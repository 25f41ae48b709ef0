alter table refresh_run
  add column evaluated_at timestamptz,
  add column delegated_at timestamptz;

comment on column refresh_run.evaluated_at is 'the time that relative arguments were evaluated for; null if nothing was called';
comment on column refresh_run.delegated_at is 'the delegation that it had: a retry has to have the same';

create table refresh_call (
  run_id uuid not null,
  position integer not null,
  report text not null,
  arguments text not null,
  relative text not null,
  content bytea,
  bytes bigint not null,
  ended_at timestamptz not null,
  primary key (run_id, position)
);

comment on table refresh_call is 'Calls that a run has made, kept until their results are taken: a run that is interrupted goes on from here';
comment on column refresh_call.arguments is 'JSON as it was sent';
comment on column refresh_call.content is 'the result, deflated (RFC 1950); null if the call failed';

alter table refresh_call alter column content set storage external;

create index refresh_call_ended_at on refresh_call (ended_at);
