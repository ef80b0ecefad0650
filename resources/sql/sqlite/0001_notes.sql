-- Notes, and who besides the author may read and change them.
CREATE TABLE notes (
    id         TEXT    NOT NULL PRIMARY KEY,
    author     TEXT    NOT NULL,
    title      TEXT    NOT NULL,
    content    TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL
);

CREATE INDEX notes_by_author ON notes (author, updated_ms);

CREATE TABLE note_collaborators (
    note_id TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL,
    PRIMARY KEY (note_id, user_id)
);

CREATE INDEX note_collaborators_by_user ON note_collaborators (user_id, note_id);
