-- What a schedule did is known for as long as runs are kept, whether there is still a schedule or not.
alter table run
  drop constraint run_schedule_id_fkey,
  add column artifact_title text;

comment on column run.artifact_title is 'What the artifact was called when the schedule was deleted; null while the schedule tells it.';
