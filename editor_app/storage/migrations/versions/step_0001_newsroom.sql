CREATE TABLE dictionary_word (
  language VARCHAR NOT NULL,
  word VARCHAR NOT NULL,
  person_id VARCHAR NOT NULL,
  PRIMARY KEY (language, word, person_id)
)
--;;
CREATE TABLE log (
  id VARCHAR NOT NULL,
  at VARCHAR NOT NULL,
  who VARCHAR NOT NULL,
  what VARCHAR NOT NULL,
  article_id VARCHAR NOT NULL,
  story_id VARCHAR NOT NULL,
  site_id VARCHAR NOT NULL,
  detail VARCHAR NOT NULL,
  PRIMARY KEY (id)
)
--;;
CREATE INDEX ix_log_article_id ON log (article_id)
--;;
CREATE TABLE media (
  id VARCHAR NOT NULL,
  sha256 VARCHAR NOT NULL,
  filename VARCHAR NOT NULL,
  mime_type VARCHAR NOT NULL,
  size_bytes INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  created VARCHAR NOT NULL,
  alt VARCHAR NOT NULL,
  caption VARCHAR NOT NULL,
  credit VARCHAR NOT NULL,
  licence VARCHAR NOT NULL,
  focal_x FLOAT NOT NULL,
  focal_y FLOAT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (sha256)
)
--;;
CREATE TABLE memory_unit (
  id VARCHAR NOT NULL,
  source_language VARCHAR NOT NULL,
  target_language VARCHAR NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  source_hash BLOB NOT NULL,
  signature BLOB,
  previous VARCHAR NOT NULL,
  following VARCHAR NOT NULL,
  created VARCHAR NOT NULL,
  changed VARCHAR NOT NULL,
  author VARCHAR NOT NULL,
  article_id VARCHAR NOT NULL,
  segment_key VARCHAR NOT NULL,
  origin VARCHAR NOT NULL,
  PRIMARY KEY (id)
)
--;;
CREATE INDEX ix_memory_exact ON memory_unit (source_language, target_language, source_hash)
--;;
CREATE INDEX ix_memory_unit_article_id ON memory_unit (article_id)
--;;
CREATE TABLE meta (
  "key" VARCHAR NOT NULL,
  value VARCHAR NOT NULL,
  PRIMARY KEY ("key")
)
--;;
CREATE TABLE person (
  id VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  role VARCHAR NOT NULL,
  zone VARCHAR NOT NULL,
  is_me BOOLEAN NOT NULL,
  PRIMARY KEY (id)
)
--;;
CREATE TABLE section (
  name VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  profile VARCHAR NOT NULL,
  PRIMARY KEY (name)
)
--;;
CREATE TABLE site (
  id VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  url VARCHAR NOT NULL,
  zone VARCHAR NOT NULL,
  user VARCHAR NOT NULL,
  identity VARCHAR NOT NULL,
  options VARCHAR NOT NULL,
  capabilities VARCHAR NOT NULL,
  paused_reason VARCHAR NOT NULL,
  removed BOOLEAN NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (name)
)
--;;
CREATE TABLE story (
  id VARCHAR NOT NULL,
  slugline VARCHAR NOT NULL,
  section VARCHAR NOT NULL,
  planned_languages VARCHAR NOT NULL,
  created VARCHAR NOT NULL,
  priority INTEGER NOT NULL,
  note VARCHAR NOT NULL,
  embargo_wall VARCHAR,
  embargo_zone VARCHAR,
  embargo_fold INTEGER,
  embargo_lifted_reason VARCHAR NOT NULL,
  embargo_lifted_at VARCHAR,
  PRIMARY KEY (id)
)
--;;
CREATE INDEX ix_story_section ON story (section)
--;;
CREATE TABLE term (
  id VARCHAR NOT NULL,
  source_language VARCHAR NOT NULL,
  target_language VARCHAR NOT NULL,
  source VARCHAR NOT NULL,
  target VARCHAR NOT NULL,
  forbidden VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  part_of_speech VARCHAR NOT NULL,
  section VARCHAR NOT NULL,
  PRIMARY KEY (id)
)
--;;
CREATE INDEX ix_term_source ON term (source_language, target_language, source)
--;;
CREATE TABLE article (
  id VARCHAR NOT NULL,
  story_id VARCHAR NOT NULL,
  language VARCHAR NOT NULL,
  stage VARCHAR NOT NULL,
  head VARCHAR NOT NULL,
  counter INTEGER NOT NULL,
  content_hash VARCHAR NOT NULL,
  headline VARCHAR NOT NULL,
  words INTEGER NOT NULL,
  created VARCHAR NOT NULL,
  changed VARCHAR NOT NULL,
  assignee VARCHAR,
  due VARCHAR,
  archived BOOLEAN NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(story_id) REFERENCES story (id),
  FOREIGN KEY(assignee) REFERENCES person (id)
)
--;;
CREATE INDEX ix_article_changed ON article (archived, changed)
--;;
CREATE INDEX ix_article_language ON article (language, changed)
--;;
CREATE INDEX ix_article_stage ON article (stage, changed)
--;;
CREATE INDEX ix_article_story_id ON article (story_id)
--;;
CREATE TABLE remote_media (
  site_id VARCHAR NOT NULL,
  sha256 VARCHAR NOT NULL,
  remote_id VARCHAR NOT NULL,
  href VARCHAR NOT NULL,
  PRIMARY KEY (site_id, sha256),
  FOREIGN KEY(site_id) REFERENCES site (id)
)
--;;
CREATE TABLE slot (
  id VARCHAR NOT NULL,
  site_id VARCHAR NOT NULL,
  section VARCHAR NOT NULL,
  weekdays VARCHAR NOT NULL,
  wall VARCHAR NOT NULL,
  zone VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(site_id) REFERENCES site (id)
)
--;;
CREATE INDEX ix_slot_site_id ON slot (site_id)
--;;
CREATE TABLE sync_cursor (
  site_id VARCHAR NOT NULL,
  what VARCHAR NOT NULL,
  cursor VARCHAR NOT NULL,
  at VARCHAR NOT NULL,
  PRIMARY KEY (site_id, what),
  FOREIGN KEY(site_id) REFERENCES site (id)
)
--;;
CREATE TABLE article_media (
  article_id VARCHAR NOT NULL,
  media_id VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (article_id, media_id),
  FOREIGN KEY(article_id) REFERENCES article (id),
  FOREIGN KEY(media_id) REFERENCES media (id)
)
--;;
CREATE TABLE article_text (
  rowid INTEGER NOT NULL,
  article_id VARCHAR NOT NULL,
  headline TEXT NOT NULL,
  standfirst TEXT NOT NULL,
  body TEXT NOT NULL,
  tags TEXT NOT NULL,
  details TEXT NOT NULL,
  PRIMARY KEY (rowid),
  UNIQUE (article_id),
  FOREIGN KEY(article_id) REFERENCES article (id)
)
--;;
CREATE TABLE comment (
  id VARCHAR NOT NULL,
  site_id VARCHAR NOT NULL,
  article_id VARCHAR,
  remote_id VARCHAR NOT NULL,
  parent_id VARCHAR,
  author VARCHAR NOT NULL,
  text TEXT NOT NULL,
  state VARCHAR NOT NULL,
  created VARCHAR NOT NULL,
  edited VARCHAR,
  earlier_text VARCHAR NOT NULL,
  by_moderator BOOLEAN NOT NULL,
  language VARCHAR NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (site_id, remote_id),
  FOREIGN KEY(site_id) REFERENCES site (id),
  FOREIGN KEY(article_id) REFERENCES article (id)
)
--;;
CREATE INDEX ix_comment_article_id ON comment (article_id)
--;;
CREATE INDEX ix_comment_state ON comment (state)
--;;
CREATE TABLE "conflict" (
  id VARCHAR NOT NULL,
  article_id VARCHAR NOT NULL,
  site_id VARCHAR NOT NULL,
  base VARCHAR NOT NULL,
  mine VARCHAR NOT NULL,
  theirs VARCHAR NOT NULL,
  found VARCHAR NOT NULL,
  resolved VARCHAR,
  taken VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(article_id) REFERENCES article (id),
  FOREIGN KEY(site_id) REFERENCES site (id)
)
--;;
CREATE INDEX ix_conflict_article_id ON "conflict" (article_id)
--;;
CREATE TABLE finding_ignored (
  id VARCHAR NOT NULL,
  article_id VARCHAR NOT NULL,
  rule VARCHAR NOT NULL,
  place_hash VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  author VARCHAR NOT NULL,
  at VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(article_id) REFERENCES article (id)
)
--;;
CREATE INDEX ix_finding_ignored_article_id ON finding_ignored (article_id)
--;;
CREATE TABLE import_record (
  article_id VARCHAR NOT NULL,
  source_name VARCHAR NOT NULL,
  parts TEXT NOT NULL,
  at VARCHAR NOT NULL,
  PRIMARY KEY (article_id),
  FOREIGN KEY(article_id) REFERENCES article (id)
)
--;;
CREATE TABLE note (
  id VARCHAR NOT NULL,
  article_id VARCHAR NOT NULL,
  author VARCHAR NOT NULL,
  text TEXT NOT NULL,
  created VARCHAR NOT NULL,
  field VARCHAR NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  resolved BOOLEAN NOT NULL,
  parent_id VARCHAR,
  PRIMARY KEY (id),
  FOREIGN KEY(article_id) REFERENCES article (id)
)
--;;
CREATE INDEX ix_note_article_id ON note (article_id)
--;;
CREATE TABLE remote_copy (
  article_id VARCHAR NOT NULL,
  site_id VARCHAR NOT NULL,
  href VARCHAR NOT NULL,
  remote_id VARCHAR NOT NULL,
  token VARCHAR NOT NULL,
  base_revision VARCHAR NOT NULL,
  sent_hash VARCHAR NOT NULL,
  returned_hash VARCHAR NOT NULL,
  state VARCHAR NOT NULL,
  checked VARCHAR NOT NULL,
  first_published VARCHAR,
  verified BOOLEAN NOT NULL,
  PRIMARY KEY (article_id, site_id),
  FOREIGN KEY(article_id) REFERENCES article (id),
  FOREIGN KEY(site_id) REFERENCES site (id)
)
--;;
CREATE INDEX ix_remote_copy_state ON remote_copy (state)
--;;
CREATE TABLE revision (
  id VARCHAR NOT NULL,
  article_id VARCHAR NOT NULL,
  parents VARCHAR NOT NULL,
  counter INTEGER NOT NULL,
  content_hash VARCHAR NOT NULL,
  created VARCHAR NOT NULL,
  author VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  words INTEGER NOT NULL,
  dictionary_revision VARCHAR,
  chain_length INTEGER NOT NULL,
  packed BLOB NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (article_id, counter),
  FOREIGN KEY(article_id) REFERENCES article (id)
)
--;;
CREATE TABLE comment_action (
  id VARCHAR NOT NULL,
  comment_id VARCHAR NOT NULL,
  site_id VARCHAR NOT NULL,
  what VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  state VARCHAR NOT NULL,
  attempts INTEGER NOT NULL,
  next_try VARCHAR,
  reason VARCHAR NOT NULL,
  words VARCHAR NOT NULL,
  created VARCHAR NOT NULL,
  finished VARCHAR,
  PRIMARY KEY (id),
  FOREIGN KEY(comment_id) REFERENCES comment (id),
  FOREIGN KEY(site_id) REFERENCES site (id)
)
--;;
CREATE INDEX ix_comment_action_comment_id ON comment_action (comment_id)
--;;
CREATE TABLE outbox (
  id VARCHAR NOT NULL,
  article_id VARCHAR NOT NULL,
  revision_id VARCHAR NOT NULL,
  site_id VARCHAR NOT NULL,
  action VARCHAR NOT NULL,
  state VARCHAR NOT NULL,
  content_hash VARCHAR NOT NULL,
  not_before VARCHAR NOT NULL,
  created VARCHAR NOT NULL,
  plan_id VARCHAR NOT NULL,
  attempts INTEGER NOT NULL,
  next_try VARCHAR,
  lease_until VARCHAR,
  lease_owner VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  words VARCHAR NOT NULL,
  finished VARCHAR,
  PRIMARY KEY (id),
  UNIQUE (article_id, revision_id, site_id, action),
  FOREIGN KEY(article_id) REFERENCES article (id),
  FOREIGN KEY(revision_id) REFERENCES revision (id),
  FOREIGN KEY(site_id) REFERENCES site (id)
)
--;;
CREATE INDEX ix_outbox_due ON outbox (state, not_before)
--;;
CREATE TABLE "plan" (
  id VARCHAR NOT NULL,
  article_id VARCHAR NOT NULL,
  site_id VARCHAR NOT NULL,
  revision_id VARCHAR NOT NULL,
  content_hash VARCHAR NOT NULL,
  wall VARCHAR,
  zone VARCHAR,
  fold INTEGER,
  due_utc VARCHAR NOT NULL,
  confirmed VARCHAR NOT NULL,
  confirmed_by VARCHAR NOT NULL,
  state VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(article_id) REFERENCES article (id),
  FOREIGN KEY(site_id) REFERENCES site (id),
  FOREIGN KEY(revision_id) REFERENCES revision (id)
)
--;;
CREATE INDEX ix_plan_due ON "plan" (state, due_utc)
--;;
CREATE UNIQUE INDEX ux_plan_confirmed ON "plan" (article_id, site_id) WHERE state IN ('confirmed', 'missed')
--;;
CREATE TABLE translation (
  id VARCHAR NOT NULL,
  source_article VARCHAR NOT NULL,
  target_article VARCHAR NOT NULL,
  source_revision VARCHAR NOT NULL,
  state VARCHAR NOT NULL,
  created VARCHAR NOT NULL,
  changed VARCHAR NOT NULL,
  claimed_by VARCHAR,
  claimed_at VARCHAR,
  machine_assisted BOOLEAN NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(source_article) REFERENCES article (id),
  UNIQUE (target_article),
  FOREIGN KEY(target_article) REFERENCES article (id),
  FOREIGN KEY(source_revision) REFERENCES revision (id),
  FOREIGN KEY(claimed_by) REFERENCES person (id)
)
--;;
CREATE INDEX ix_translation_source_article ON translation (source_article)
--;;
CREATE TABLE receipt (
  id VARCHAR NOT NULL,
  outbox_id VARCHAR NOT NULL,
  at VARCHAR NOT NULL,
  remote_id VARCHAR NOT NULL,
  href VARCHAR NOT NULL,
  token VARCHAR NOT NULL,
  state VARCHAR NOT NULL,
  returned_hash VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(outbox_id) REFERENCES outbox (id)
)
--;;
CREATE INDEX ix_receipt_outbox_id ON receipt (outbox_id)
--;;
CREATE TABLE segment (
  rowid INTEGER NOT NULL,
  translation_id VARCHAR NOT NULL,
  "key" VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  state VARCHAR NOT NULL,
  codes VARCHAR NOT NULL,
  earlier_source VARCHAR NOT NULL,
  comment VARCHAR NOT NULL,
  author VARCHAR NOT NULL,
  changed VARCHAR,
  dropped BOOLEAN NOT NULL,
  PRIMARY KEY (rowid),
  UNIQUE (translation_id, "key"),
  FOREIGN KEY(translation_id) REFERENCES translation (id)
)
--;;
CREATE VIRTUAL TABLE article_search USING fts5(
  headline, standfirst, body, tags,
  content='article_text', content_rowid='rowid', tokenize='unicode61 remove_diacritics 2'
)
--;;
CREATE TRIGGER article_text_inserted AFTER INSERT ON article_text BEGIN
  INSERT INTO article_search(rowid, headline, standfirst, body, tags)
  VALUES (new.rowid, new.headline, new.standfirst, new.body, new.tags);
END
--;;
CREATE TRIGGER article_text_deleted AFTER DELETE ON article_text BEGIN
  INSERT INTO article_search(article_search, rowid, headline, standfirst, body, tags)
  VALUES ('delete', old.rowid, old.headline, old.standfirst, old.body, old.tags);
END
--;;
CREATE TRIGGER article_text_updated AFTER UPDATE OF headline, standfirst, body, tags ON article_text BEGIN
  INSERT INTO article_search(article_search, rowid, headline, standfirst, body, tags)
  VALUES ('delete', old.rowid, old.headline, old.standfirst, old.body, old.tags);
  INSERT INTO article_search(rowid, headline, standfirst, body, tags)
  VALUES (new.rowid, new.headline, new.standfirst, new.body, new.tags);
END
--;;
CREATE TRIGGER revision_is_immutable BEFORE UPDATE OF
  id, article_id, parents, counter, content_hash, created, author, reason, dictionary_revision, packed ON revision BEGIN
  SELECT RAISE(ABORT, 'a revision never changes');
END
--;;
CREATE TRIGGER log_is_append_only BEFORE UPDATE ON log BEGIN
  SELECT RAISE(ABORT, 'the log never changes');
END
--;;
INSERT INTO article_search(article_search) VALUES ('rebuild')
