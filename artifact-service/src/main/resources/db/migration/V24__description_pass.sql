-- The person's access token as their browser last had it, sealed; gone as soon as the page is done.
alter table description add column pass text;
