"""Old Word documents (.doc), converted by LibreOffice where it is present."""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from kehoach.errors import KehoachError, MissingProgram
from kehoach.findings import Fault
from kehoach.manuscript import Manuscript
from kehoach.places import Place
from kehoach.reading.finished import word
from kehoach.records import replace

NAMES = ("soffice", "libreoffice", "soffice.com")
USUAL = (
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
)
SECONDS = 60


def manuscript(data: bytes, file: str) -> Manuscript:
    """The manuscript of the old Word document *data*, called *file*.

    Raises ``MissingProgram("soffice_missing")``, ``KehoachError``: ``doc_not_converted``, ``document_too_slow``, and
    what a Word document is refused for.
    """
    found = word.manuscript(_converted(data, file), file)
    return replace(found, remarks=(Fault("IMP111", Place(file)), *found.remarks))


def _converted(data: bytes, file: str) -> bytes:
    """*data* as .docx; the program works in a folder of its own with a profile of its own, without macros."""
    program = _program(file)
    with TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, "document.doc")
        source.write_bytes(data)
        profile = Path(folder, "profile").as_uri()
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nologo"]
        command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(Path(folder, "made")), str(source)]
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=False, cwd=folder)
        except subprocess.TimeoutExpired as error:
            raise KehoachError("document_too_slow", Place(file), seconds=SECONDS) from error
        except OSError as error:
            raise MissingProgram("soffice_missing", Place(file)) from error
        made = Path(folder, "made", "document.docx")
        if not made.is_file():
            raise KehoachError("doc_not_converted", Place(file))
        return made.read_bytes()


def _program(file: str) -> str:
    found = (*map(shutil.which, NAMES), *(place for place in USUAL if os.access(place, os.X_OK)))
    program = next(filter(None, found), None)
    if program is None:
        raise MissingProgram("soffice_missing", Place(file))
    return program
