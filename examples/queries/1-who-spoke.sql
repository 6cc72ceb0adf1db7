-- Who spoke in an article about Opcon in the newest month
SELECT q."date", q."speaker", q."verb", q."text"
FROM "quotes" AS q
WHERE substr(q."date", 1, 7) = (SELECT substr(max("date"), 1, 7) FROM "articles")
	AND q."article" IN (SELECT "article" FROM "paragraphs" WHERE "text" LIKE '%Opcon%' OR "text" LIKE '%전시작전통제권%')
ORDER BY q."date", q."article", q."start";
