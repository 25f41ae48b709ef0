-- Whose data a message tells: whoever may not open it any more when it is sent is not told.
alter table delivery add column artifact_id uuid;

update delivery d set artifact_id = a.artifact_id from alert a where a.id = d.about;
