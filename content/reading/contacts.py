"""Whom to ring: the rows of contacts.yml, with hours that a program can reckon with."""

from __future__ import annotations

import re

from content.model import Contact, OpenHours
from content.reading.record_reader import RecordReader
from content.reading.ways_to_reach import read_ways

PUBLISHABLE = ("yes", "yes-number-only")
_PUBLISH = (*PUBLISHABLE, "check-first", "no")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = re.compile(r"([01]\d|2[0-4]):([0-5]\d)")
_LAST_MINUTE = 24 * 60


def read_contact(record: RecordReader) -> Contact:
    """One row of contacts.yml."""
    publish = _publish(record)
    ways = read_ways(record, needed=publish in PUBLISHABLE)
    return Contact(
        id=record.id,
        name=record.text("name", required=True),
        for_whom=record.text("for_whom", required=True),
        phone=ways.phone,
        text=ways.text,
        email=ways.email,
        web=ways.web,
        note=record.text("note"),
        hours=tuple(hours for row in record.children("hours") if (hours := _hours(row))),
        hours_words=record.text("hours_words"),
        out_of_hours=record.one("out_of_hours", "contact"),
        publish=publish,
        checked_on=record.day("checked_on", "missing-review"),
        review_by=record.day("review_by", "missing-review"),
        sources=record.several("sources", "source"),
    )


def _publish(record: RecordReader) -> str:
    words = record.text("publish", required=True).lower()
    words = {"true": "yes", "false": "no"}.get(words, words)
    if words and words not in _PUBLISH:
        record.error("publish", "bad-publish", f'"{words}" must be one of {", ".join(_PUBLISH)}.')
    return words if words in _PUBLISH else "no"


def _hours(record: RecordReader) -> OpenHours | None:
    days = tuple(day.lower() for day in record.texts("days"))
    opens, closes = _minutes(record, "from"), _minutes(record, "to")
    bank_holidays = record.flag("bank_holidays")
    record.finish()
    if not days or not set(days) <= set(_DAYS):
        record.error("days", "bad-hours", f"Days are a list of {', '.join(_DAYS)}.")
        return None
    if opens is None or closes is None:
        return None
    if closes <= opens:
        record.error("to", "bad-hours", "Closing time comes after opening time; write midnight as 24:00.")
        return None
    return OpenHours(tuple(map(_DAYS.index, days)), opens, closes, bank_holidays)


def _minutes(record: RecordReader, name: str) -> int | None:
    words = record.text(name, required=True)
    found = _TIME.fullmatch(words)
    minutes = int(found[1]) * 60 + int(found[2]) if found else None
    if words and (minutes is None or minutes > _LAST_MINUTE):
        record.error(name, "bad-hours", f'"{words}" is not a time: write it as 09:00.')
        return None
    return minutes
