"""LibreOffice, which opens what argmap writes as a reader's own program does."""

import shutil
import subprocess
from pathlib import Path


def converted(paths: list[Path], form: str, folder: Path) -> list[Path]:
    """Files as LibreOffice writes them in another form, such as `pdf`; in one run, as it starts slowly."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    assert program, "LibreOffice is not installed: apt-get install libreoffice-writer libreoffice-calc"
    folder.mkdir(parents=True, exist_ok=True)
    profile = (folder / "profile").absolute().as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", form]
    done = subprocess.run(
        [*command, "--outdir", str(folder), *map(str, paths)], capture_output=True, text=True, timeout=180, check=False
    )
    found = [folder / f"{path.stem}.{form.partition(':')[0]}" for path in paths]
    assert all(path.is_file() for path in found), done.stderr
    return found


def pages(pdf: Path) -> int:
    """How many pages a PDF has."""
    told = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pages:"))


def text_of(pdf: Path) -> str:
    """The words of a PDF, page after page."""
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
