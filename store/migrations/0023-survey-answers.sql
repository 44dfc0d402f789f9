-- Answers to surveys that name no case, newest first, all of a survey's and those of one rating: they belong to no contact.
create index survey_answers on interactions
  (workspace_id, source, coalesce(at, '-infinity') desc, id desc)
  where kind = 'survey' and case_id is null and rating is not null;
create index survey_answers_by_rating on interactions
  (workspace_id, source, rating, coalesce(at, '-infinity') desc, id desc)
  where kind = 'survey' and case_id is null and rating is not null;
