-- Articles a month
SELECT substr("date", 1, 7) AS "month", count(*) AS "articles", sum("words") AS "words"
FROM "articles" GROUP BY "month" ORDER BY "month";
