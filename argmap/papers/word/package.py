"""The parts of a Word file, zipped: no author, no dates, so that the same paper gives the same bytes."""

from ..zipping import zipped
from .styles import styles_part
from .xml import HEAD, MAIN, RELATIONS, letters

PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
CORE = "application/vnd.openxmlformats-package.core-properties+xml"

PORTRAIT = '<w:pgSz w:w="12240" w:h="15840"/>'
LANDSCAPE = '<w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/>'
TYPES = (
    ("word/document.xml", WORD + "document.main+xml"),
    ("word/styles.xml", WORD + "styles+xml"),
    ("word/settings.xml", WORD + "settings+xml"),
    ("word/footer1.xml", WORD + "footer+xml"),
    ("docProps/core.xml", CORE),
)
SETTINGS = (
    f'{HEAD}<w:settings {MAIN}><w:zoom w:percent="100"/><w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)
FOOTER = (
    f'{HEAD}<w:ftr {MAIN}><w:p><w:pPr><w:jc w:val="right"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>'
)


def package(body: str, title: str, *, landscape: bool = False) -> bytes:
    """A Word file with a body of paragraphs and tables; pages are numbered. Letter size, an inch of
    margin; landscape half of that."""
    margin = 720 if landscape else 1440
    page = (
        f'<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>{LANDSCAPE if landscape else PORTRAIT}'
        f'<w:pgMar w:top="{margin}" w:right="{margin}" w:bottom="{margin}" w:left="{margin}"'
        f' w:header="{margin // 2}" w:footer="{margin // 2}" w:gutter="0"/></w:sectPr>'
    )
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(("officeDocument", "word/document.xml"), ("core-properties", "docProps/core.xml")),
        "word/document.xml": f"{HEAD}<w:document {MAIN} {RELATIONS}><w:body>{body}{page}</w:body></w:document>",
        "word/styles.xml": styles_part(),
        "word/settings.xml": SETTINGS,
        "word/footer1.xml": FOOTER,
        "word/_rels/document.xml.rels": _relations(
            ("styles", "styles.xml"), ("footer", "footer1.xml"), ("settings", "settings.xml")
        ),
        "docProps/core.xml": (
            f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}metadata/core-properties"'
            f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{letters(title)}</dc:title></cp:coreProperties>'
        ),
    }
    return zipped({name: words.encode("utf-8") for name, words in parts.items()})


def _content_types() -> str:
    overrides = "".join(f'<Override PartName="/{part}" ContentType="{type}"/>' for part, type in TYPES)
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    def kind(name: str) -> str:
        return f"{PACKAGE}relationships/metadata/{name}" if name == "core-properties" else RELATION + name

    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind(name)}" Target="{target}"/>'
        for number, (name, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}relationships">{rows}</Relationships>'
