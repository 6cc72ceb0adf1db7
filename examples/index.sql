-- What the queries look for. The primary key of articles is there already.
PRAGMA foreign_keys = on;
CREATE INDEX "articles_date" ON "articles" ("date");
CREATE INDEX "mentions_id" ON "mentions" ("id", "date");
CREATE INDEX "mentions_article" ON "mentions" ("article", "start");
CREATE INDEX "roles_person" ON "roles" ("person_id", "date");
CREATE INDEX "quotes_speaker" ON "quotes" ("speaker_id", "date");
CREATE INDEX "quotes_article" ON "quotes" ("article");
CREATE INDEX "dates_article" ON "dates" ("article");
CREATE INDEX "pairs_a" ON "pairs" ("a_id");
CREATE INDEX "pairs_b" ON "pairs" ("b_id");
CREATE UNIQUE INDEX "paragraphs_n" ON "paragraphs" ("article", "n");
ANALYZE;
