"""Shows the doctests of docstrings as code, which Markdown takes for quotations."""

from griffe import Docstring, Extension, Object


class Doctests(Extension):
    """Puts a fence around each run of lines that begins with ``>>>``."""

    def on_object(self, *, obj: Object, **_: object) -> None:
        """Rewrite the docstring of what was loaded."""
        if obj.docstring:
            obj.docstring = Docstring(fenced(obj.docstring.value), parent=obj, lineno=obj.docstring.lineno)


def fenced(text: str) -> str:
    """Give the text with its doctests as blocks of code."""
    lines: list[str] = []
    in_doctest = False
    for line in [*text.split("\n"), ""]:
        begins = line.lstrip().startswith(">>>")
        if begins and not in_doctest:
            in_doctest = True
            lines.append(f"{line[: len(line) - len(line.lstrip())]}```pycon")
        elif in_doctest and not line.strip():
            in_doctest = False
            lines.append("```")
        lines.append(line)
    return "\n".join(lines[:-1])
