-- The days that articles speak of, the most named first
SELECT "value", count(DISTINCT "article") AS "articles", group_concat(DISTINCT "text") AS "written"
FROM "dates" WHERE length("value") = 10
GROUP BY "value" ORDER BY "articles" DESC, "value" LIMIT 10;
