"""Rows that no version of the queue writes."""

import sqlite3

from bozzetto.jobs.queue.jobs import Queue


def forge(queue: Queue, statement: str, values: tuple[object, ...] = ()) -> None:
    """Changes a queue's file behind its back, its types and checks notwithstanding."""
    queue.close()
    db = sqlite3.connect(queue.path, isolation_level=None)
    db.execute("PRAGMA writable_schema = ON")
    db.execute("UPDATE sqlite_master SET sql = replace(sql, 'STRICT', '') WHERE type = 'table'")
    db.close()
    db = sqlite3.connect(queue.path, isolation_level=None)
    db.execute("PRAGMA ignore_check_constraints = ON")
    db.execute(statement, values)
    db.close()
