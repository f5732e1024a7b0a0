"""The emulated service, for tests of code that uses this package.

``pip install 'cams-roi[testing]'`` brings the emulator, and pytest with the fixtures ``cams_emulator`` and
``cams_emulator_environment``. Other test runners use `Emulator` as a context manager:

>>> with Emulator() as emulator, emulator.client() as client:
...     emulator.throttle()
...     result = client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
...     statuses = [request.status for request in emulator.requests()]
>>> statuses
[429, 200]
"""

from __future__ import annotations

from ._emulator import Emulator, EmulatorError
from ._request import Request

__all__ = ["Emulator", "EmulatorError", "Request"]

for _public in (Emulator, EmulatorError, Request):
    _public.__module__ = __name__
