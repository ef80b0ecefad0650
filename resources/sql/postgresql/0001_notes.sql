-- Notes, and who besides the author may read and change them. Ids and names are compared by their bytes, as in SQLite.
CREATE TABLE notes (
    id         TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    author     TEXT COLLATE "C" NOT NULL,
    title      TEXT COLLATE "C" NOT NULL,
    content    TEXT COLLATE "C" NOT NULL,
    version    BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL
);

CREATE INDEX notes_by_author ON notes (author, updated_ms);

CREATE TABLE note_collaborators (
    note_id TEXT COLLATE "C" NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    user_id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (note_id, user_id)
);

CREATE INDEX note_collaborators_by_user ON note_collaborators (user_id, note_id);
