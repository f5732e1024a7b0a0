"""Values as a Python programmer takes them: for `match`, `copy.replace`, `dataclasses`, `inspect` and ``help()``."""

from __future__ import annotations

import ast
import copy
import dataclasses
import inspect
import json
import pickle
import pprint
import pydoc
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime, timezone
from pathlib import Path

import pydantic
import pytest
from fastapi.encoders import jsonable_encoder

import cams_roi
from cams_roi import ButtonClicks, Channel, Credentials, TemplateMetric, TemplateMetrics
from cams_roi._record import Record

PUBLIC = {name: getattr(cams_roi, name) for name in cams_roi.__all__ if not name.startswith("_")}
RECORDS = [it for it in PUBLIC.values() if inspect.isclass(it) and issubclass(it, Record)]
NOW = datetime(2026, 3, 3, tzinfo=timezone.utc)
CLICKS = ButtonClicks("Yes", "url_button", 3)
ROW = TemplateMetric("1", "en", NOW, NOW, 4, 3, 2, (CLICKS,))
TABLE = TemplateMetrics("R", (ROW,))


def test_a_record_is_made_by_place_or_by_name() -> None:
    assert ButtonClicks("Yes", "url_button", count=3) == CLICKS
    assert ButtonClicks(count=3, type="url_button", button_content="Yes") == CLICKS


@pytest.mark.parametrize(
    ("values", "fields", "problem"),
    [
        (("a",), {}, "ButtonClicks lacks type"),
        (("a", "b", 1, 2), {}, "ButtonClicks has 3 fields, not 4"),
        (("a", "b", 1), {"count": 1}, "ButtonClicks is given count twice"),
        (("a", "b", 1), {"clicks": 1}, "ButtonClicks has no clicks"),
    ],
)
def test_a_record_has_exactly_its_fields(values: tuple[object, ...], fields: dict[str, object], problem: str) -> None:
    with pytest.raises(TypeError, match=re.escape(problem)):
        ButtonClicks(*values, **fields)  # type: ignore[arg-type]


def test_a_record_matches_by_place() -> None:
    match TABLE:
        case TemplateMetrics("R", (TemplateMetric(code, language, clicks=(ButtonClicks(content, kind),)),)):
            assert (code, language, content, kind) == ("1", "en", "Yes", "url_button")
        case _:
            raise AssertionError(TABLE)
    match TABLE:
        case [TemplateMetric(sent_count=sent)]:
            assert sent == 4
        case _:
            raise AssertionError(TABLE)


def test_fields_are_replaced() -> None:
    assert CLICKS.__replace__(count=4) == ButtonClicks("Yes", "url_button", 4)
    assert Channel("cams-1").__replace__(isv_code="7") == Channel("cams-1", "7")
    assert dataclasses.replace(TABLE, request_id="S").data == TABLE.data
    if sys.version_info >= (3, 13):
        assert copy.replace(ROW, sent_count=5).sent_count == 5
    with pytest.raises(TypeError, match="has no counts"):
        CLICKS.__replace__(counts=4)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_record_is_inspected_like_a_dataclass(record: type[Record]) -> None:
    assert dataclasses.is_dataclass(record)
    fields = dataclasses.fields(record)
    assert tuple(field.name for field in fields) == record.__match_args__
    assert set(inspect.signature(record).parameters) == set(record.__match_args__)
    assert not [field for field in fields if isinstance(field.type, str)]


def test_what_takes_dataclasses_takes_records() -> None:
    assert dataclasses.asdict(CLICKS) == CLICKS.to_dict()
    assert [field.type for field in dataclasses.fields(ROW)][2:4] == [datetime, datetime]
    assert {field.name for field in dataclasses.fields(Credentials) if not field.repr} == {
        "access_key_secret",
        "security_token",
    }
    assert pprint.pformat(CLICKS) == repr(CLICKS)
    assert jsonable_encoder(TABLE)["data"][0]["clicks"] == [CLICKS.to_dict()]
    written = pydantic.TypeAdapter(TemplateMetric).dump_json(ROW)
    assert json.loads(written)["start"] == "2026-03-03T00:00:00Z"


class Labelled(Record):
    """A record that holds a map."""

    __slots__ = ("labels",)
    labels: Mapping[str, tuple[int, ...]]


def test_a_record_with_a_map_is_a_value() -> None:
    one, other = Labelled({"a": (1,), "b": ()}), Labelled({"b": (), "a": (1,)})
    assert hash(one) == hash(other)
    assert one == other == pickle.loads(pickle.dumps(one)) == copy.deepcopy(one)
    assert one.to_dict() == {"labels": {"a": [1], "b": []}}


def docstrings(record: type[Record]) -> dict[str, str]:
    """Give what stands below each field in the source, which editors show."""
    sources = [ast.parse(file.read_text("utf-8")) for file in Path(cams_roi.__file__).parent.rglob("*.py")]
    parts = [part for source in sources for part in source.body]
    names = {base.__name__ for base in record.__mro__}
    bodies = [part.body for part in parts if isinstance(part, ast.ClassDef) and part.name in names]
    body = [part for body in bodies for part in body]
    found = {}
    for index, below in enumerate(body[1:]):
        match body[index], below:
            case ast.AnnAssign(target=ast.Name(name)), ast.Expr(ast.Constant(str(text))):
                found[name] = " ".join(text.split())
    return found


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_fields_are_documented_for_editors_and_for_help(record: type[Record]) -> None:
    told = {name: inspect.getdoc(inspect.getattr_static(record, name)) for name in record.__match_args__}
    assert all(told.values())
    assert told == docstrings(record)


@pytest.mark.parametrize("name", PUBLIC)
def test_help_shows_no_private_name(name: str) -> None:
    text = pydoc.plain(pydoc.render_doc(PUBLIC[name]))
    # Python 3.13 tells of each function where it was written.
    text = re.sub(r" from cams_roi\S+$", "", text, flags=re.MULTILINE)
    assert re.findall(r"^ \|  (_[a-z]\w*)|(cams_roi\._\w+)", text, re.MULTILINE) == []


def test_an_import_takes_nothing_that_only_inspection_needs() -> None:
    late = ["dataclasses", "inspect", "typing", "datetime", "json", "asyncio", "logging", "collections", "enum"]
    path = str(Path(cams_roi.__file__).parents[1])
    program = f"import sys; sys.path.append({path!r}); import cams_roi; print(*sys.modules)"
    # Without site-packages, whose start files may import anything.
    done = subprocess.run([sys.executable, "-I", "-S", "-c", program], capture_output=True, text=True, check=True)
    assert "cams_roi" in done.stdout.split()
    assert [name for name in late if name in done.stdout.split()] == []
