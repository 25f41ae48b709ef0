-- The groups that the sign-in server named for a person when they were last here.
alter table person add column groups text[] not null default '{}';

-- Every group that somebody was in: there to be shared with.
create table seen_group (
  name text primary key,
  last_seen_at timestamptz not null
);

-- Whether a ticket still opens its page is asked of the person, not of the ticket.
alter table ticket drop column email;
