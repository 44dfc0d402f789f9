-- Answers to surveys that name no case, by the survey and what was given: they belong to no contact.
create index survey_answers on interactions
  (workspace_id, source, rating, coalesce(at, '-infinity') desc, id desc)
  where kind = 'survey' and case_id is null and rating is not null;
