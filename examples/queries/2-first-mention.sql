-- The first article to mention each weapon
SELECT m."name", min(m."date") AS "first", a."title", a."id"
FROM "mentions" AS m JOIN "articles" AS a ON a."id" = m."article"
WHERE m."type" = 'WEAPON' AND m."name" <> '' AND m."date" <> ''
GROUP BY m."name" ORDER BY "first", m."name";
