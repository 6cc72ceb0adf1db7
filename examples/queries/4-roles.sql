-- What each person is called, under whatever spelling
SELECT coalesce((SELECT "name" FROM "mentions" AS m WHERE m."id" = r."person_id" AND m."id" <> ''), r."person") AS "name",
	group_concat(DISTINCT r."title") AS "titles", min(r."date") AS "first", max(r."date") AS "last"
FROM "roles" AS r GROUP BY "name" ORDER BY "name";
