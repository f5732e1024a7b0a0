"""Tells the public surface of the installed Python package, as JSON.

It must run where the wheel is installed, and it looks at nothing else: the signatures of the clients' methods, the
fields of the records, and the tree of the errors.
"""

from __future__ import annotations

import inspect
import json
import sys
from collections.abc import Callable
from typing import Any

import cams_roi
from cams_roi import AsyncClient, CamsRoiError, Client

PUBLIC = [getattr(cams_roi, name) for name in cams_roi.__all__]


def parameters(function: Callable[..., object]) -> list[str]:
    """Give the names of what a method takes, without ``self``."""
    return [name for name in inspect.signature(function).parameters if name != "self"]


def operations(client: type) -> dict[str, list[str]]:
    """Give what each method takes that reaches the service."""
    return {
        name: taken
        for name, member in inspect.getmembers(client, inspect.isfunction)
        if not name.startswith("_") and (taken := parameters(member))
    }


def fields(record: type) -> list[str]:
    """Give the fields of a record: its slots, and the properties that it computes of them."""
    slots = [slot for part in reversed(record.__mro__) for slot in part.__dict__.get("__slots__", ())]
    computed = [name for name, _ in inspect.getmembers(record, lambda it: isinstance(it, property))]
    return [name for name in slots + computed if not name.startswith("_")]


def error_fields(errors: list[type[CamsRoiError]]) -> list[str]:
    """Give the fields that any class of errors declares."""
    declared = [name for error in errors for name in inspect.get_annotations(error) if not name.startswith("_")]
    return list(dict.fromkeys(declared))


def parent(error: type[CamsRoiError]) -> str | None:
    """Give the class of this package of which it is a special case."""
    return next((base.__name__ for base in error.__bases__ if issubclass(base, CamsRoiError)), None)


def surface() -> dict[str, Any]:
    """Give all of it."""
    if operations(Client) != operations(AsyncClient):
        # A reader that picks one would hide what the other lacks.
        sys.exit(f"the clients differ: {operations(Client)} and {operations(AsyncClient)}")
    errors = [it for it in PUBLIC if inspect.isclass(it) and issubclass(it, CamsRoiError)]
    records = [it for it in PUBLIC if inspect.isclass(it) and it not in [*errors, Client, AsyncClient]]
    return {
        "client_options": parameters(Client.__init__),
        "operations": operations(Client),
        "errors": {error.__name__: parent(error) for error in errors},
        "fields": {record.__name__: fields(record) for record in records} | {"CamsRoiError": error_fields(errors)},
    }


json.dump(surface(), sys.stdout)
