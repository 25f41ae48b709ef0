-- A run is written down by tool: how many calls an entry stands for, and how many of them failed.
alter table audit_entry add column calls int, add column failed int;
