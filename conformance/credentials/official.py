"""Asks the official credentials library what it makes of each case, and prints its answers as JSON.

Usage: official.py CASES FOLDER

Nothing leaves this machine: the requests that the library would send are answered here, by the same rules as in
crates/cams-roi/tests/credentials_parity. The answers quote the requests, so that equal credentials mean equal requests.
"""

import json
import os
import pathlib
import sys
from urllib.parse import urlencode

# Loaded once, since it is slow. The library itself is loaded in each case's process: it reads variables when imported.
import Tea.core

EXPIRATION = "2038-01-01T00:00:00Z"
# They are never the same twice, or say how the request is signed rather than what it asks for.
NOT_COMPARED = {"Timestamp", "SignatureNonce", "Signature"}


def issued(key_id, quoted):
    return {
        "AccessKeyId": key_id,
        "AccessKeySecret": "issued-secret",
        "SecurityToken": quoted,
        "Expiration": EXPIRATION,
    }


def answer(request, _options=None):
    host = request.headers["host"]
    path = request.pathname or "/"
    if host == "100.100.100.200":
        body = metadata(request.method, path)
    elif host.startswith("sts"):
        parameters = sorted(item for item in request.query.items() if item[0] not in NOT_COMPARED)
        quoted = f"{request.protocol}://{host}{path}?" + "&".join(f"{name}={value}" for name, value in parameters)
        body = json.dumps({"Credentials": issued("STS." + request.query["Action"], quoted)})
    else:
        query = "?" + urlencode(request.query) if request.query else ""
        quoted = f"{request.protocol}://{host}:{request.port}{path}{query}"
        body = json.dumps({"Code": "Success", **issued("STS.uri", quoted)})
    response = Tea.core.TeaResponse()
    response.status_code = 404 if body is None else 200
    response.body = (body or "").encode()
    return response


def metadata(method, path):
    roles = "/latest/meta-data/ram/security-credentials/"
    if (method, path) == ("PUT", "/latest/api/token"):
        return "metadata-token"
    if path == roles:
        return "worker"
    if path.startswith(roles) and path != roles + "absent":
        return json.dumps({"Code": "Success", **issued("STS.ecs", path)})
    return None


def ask(case, home):
    for name, text in case.get("files", {}).items():
        file = home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace("{HOME}", str(home)), encoding="utf-8")
        file.chmod(0o600)
    os.environ.clear()
    os.environ.update(HOME=str(home), PATH="/usr/bin:/bin")
    for name, value in case.get("variables", {}).items():
        os.environ[name] = value.replace("{HOME}", str(home))

    from alibabacloud_credentials.provider import DefaultCredentialsProvider

    Tea.core.TeaCore.do_action = staticmethod(answer)
    try:
        credentials = DefaultCredentialsProvider().get_credentials()
    except Exception as error:
        return {"error": str(error)}
    return {
        "access_key_id": credentials.get_access_key_id(),
        "access_key_secret": credentials.get_access_key_secret(),
        "security_token": credentials.get_security_token() or None,
    }


def main():
    cases = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    folder = pathlib.Path(sys.argv[2])
    answers = {}
    for number, case in enumerate(cases):
        home = folder / str(number)
        home.mkdir(parents=True)
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            with os.fdopen(writer, "w", encoding="utf-8") as pipe:
                json.dump(ask(case, home), pipe)
            # The library leaves threads behind that would hold up a normal exit.
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader, encoding="utf-8") as pipe:
            answers[case["name"]] = json.load(pipe)
        os.waitpid(child, 0)
    json.dump(answers, sys.stdout)


main()
