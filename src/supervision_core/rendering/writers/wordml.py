"""The parts of a Word document that are the same for every report: styles, paper, page numbers, and what ties them together."""

from __future__ import annotations

from typing import Final

from supervision_core.rendering.letterhead import LAYOUT

__all__ = ["CONTENT_WIDTHS", "document", "parts_around", "section"]


_MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _twips(millimetres: int) -> int:
    # A twip is a twentieth of a point, and an inch has 72 points and 25.4 millimetres.
    return millimetres * 14400 // 254


_TOP, _RIGHT, _BOTTOM, _LEFT = (_twips(one) for one in LAYOUT.margins)
_SHORT, _LONG = _twips(LAYOUT.width), _twips(LAYOUT.height)
#: The room between the margins, by whether the paper lies across.
CONTENT_WIDTHS: Final = {False: _SHORT - _LEFT - _RIGHT, True: _LONG - _TOP - _BOTTOM}


def section(*, wide: bool, first: bool) -> str:
    """The end of a section: its paper, upright or across, and its page numbers, none on the very first page."""
    size = f'w:w="{_LONG}" w:h="{_SHORT}" w:orient="landscape"' if wide else f'w:w="{_SHORT}" w:h="{_LONG}"'
    margins = (_LEFT, _TOP, _RIGHT, _BOTTOM) if wide else (_TOP, _RIGHT, _BOTTOM, _LEFT)
    names = ("top", "right", "bottom", "left")
    around = " ".join(f'w:{name}="{one}"' for name, one in zip(names, margins, strict=True))
    begins = "<w:titlePg/>" if first else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:headerReference w:type="first" r:id="rId3"/>'
        f'<w:pgSz {size}/><w:pgMar {around} w:header="567" w:footer="567" w:gutter="0"/>{begins}</w:sectPr>'
    )


def document(body: str) -> str:
    """The main part."""
    return f'{_XML}<w:document xmlns:w="{_MAIN}" xmlns:r="{_RELATED}"><w:body>{body}</w:body></w:document>'


def _style(name: str, title: str, paragraph: str = "", letters: str = "", *, based: str = "Normal") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/><w:basedOn w:val="{based}"/>'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _size(points: int) -> str:
    return f'<w:sz w:val="{2 * points}"/><w:szCs w:val="{2 * points}"/>'


def _styles(lang: str) -> str:
    spoken = {"vi": "vi-VN", "en": "en-GB"}[lang]
    font = f'<w:rFonts w:ascii="{LAYOUT.font}" w:hAnsi="{LAYOUT.font}" w:cs="{LAYOUT.font}" w:eastAsia="{LAYOUT.font}"/>'
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    keep = "<w:keepNext/><w:keepLines/>"
    styles = (
        _style("Title", "Title", f'{keep}<w:spacing w:before="240" w:after="60"/><w:jc w:val="center"/>', f"<w:b/>{_size(14)}"),
        _style("Subtitle", "Subtitle", f'{keep}<w:spacing w:after="240"/><w:jc w:val="center"/>', "<w:b/>"),
        _style("Heading1", "heading 1", f'{keep}<w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/>', "<w:b/>"),
        _style(
            "Heading2", "heading 2", f'{keep}<w:spacing w:before="160" w:after="60"/><w:outlineLvl w:val="1"/>', "<w:b/><w:i/>"
        ),
        _style("Caption", "caption", f'{keep}<w:spacing w:before="160" w:after="60"/>', "<w:b/>"),
        _style("Notice", "Notice", '<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="404040"/></w:pBdr>'),
        _style("TableText", "Table Text", '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>', _size(11)),
        _style("Frame", "Frame", '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'),
    )
    return (
        f'{_XML}<w:styles xmlns:w="{_MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>{font}{_size(LAYOUT.size)}'
        f'<w:lang w:val="{spoken}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>'
        f'<w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        f'{"".join(styles)}<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>{lines}'
        f'</w:tblBorders><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"</w:style></w:styles>"
    )


_PAGE_NUMBER: Final = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def _header(content: str) -> str:
    return f'{_XML}<w:hdr xmlns:w="{_MAIN}">{content}</w:hdr>'


def _relations(*pairs: tuple[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, start=1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


_TYPES: Final = {
    "/word/document.xml": "wordprocessingml.document.main",
    "/word/styles.xml": "wordprocessingml.styles",
    "/word/header1.xml": "wordprocessingml.header",
    "/word/header2.xml": "wordprocessingml.header",
}


def parts_around(title: str, lang: str) -> dict[str, str]:
    """Everything but the main part, in the order in which an archive has it; the title is escaped already."""
    overrides = "".join(
        f'<Override PartName="{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>'
        for part, kind in _TYPES.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return {
        "[Content_Types].xml": (
            f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
            f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
        ),
        "_rels/.rels": _relations(
            (f"{_RELATED}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/_rels/document.xml.rels": _relations(
            (f"{_RELATED}/styles", "styles.xml"), (f"{_RELATED}/header", "header1.xml"), (f"{_RELATED}/header", "header2.xml")
        ),
        "word/styles.xml": _styles(lang),
        "word/header1.xml": _header(_PAGE_NUMBER),
        "word/header2.xml": _header("<w:p/>"),
        "docProps/core.xml": (
            f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{title}</dc:title><dc:language>{lang}</dc:language></cp:coreProperties>"
        ),
    }
