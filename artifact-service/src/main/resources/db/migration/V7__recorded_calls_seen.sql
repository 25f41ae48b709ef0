-- A value that was sent on two days tells better what it meant than one.
alter table recorded_call add column first_recorded_at timestamptz;

update recorded_call set first_recorded_at = recorded_at;

alter table recorded_call alter column first_recorded_at set default clock_timestamp();
alter table recorded_call alter column first_recorded_at set not null;
