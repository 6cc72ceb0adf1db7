-- Persons named in one paragraph, over all articles
SELECT "a_name", "b_name", sum("count") AS "paragraphs", count(*) AS "articles"
FROM "pairs" WHERE "a_type" = 'PERSON' AND "b_type" = 'PERSON'
GROUP BY "a_id", "a_name", "b_id", "b_name"
ORDER BY "paragraphs" DESC, "a_name", "b_name";
