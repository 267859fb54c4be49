"""Text of .docx files as python-docx gives it, one JSON line a file.

usage: python_docx.py FILE…        (Debian package python3-docx)

A line is {"file", "error"} or {"file", "paragraphs": [[text, [names of elements that python-docx does not look into]], …]}:
the paragraphs of the main text in document order, those of tables included, those of text boxes left out.
"""

import json
import sys

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

# python-docx reads the runs that are children of a paragraph, and in them text, tabs and breaks.
READ = {"r", "t", "tab", "br", "cr", "pPr", "rPr"}
# Places and remarks, and fields whose instruction is no text.
SILENT = {"bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd", "commentReference",
          "annotationRef", "permStart", "permEnd", "lastRenderedPageBreak", "fldChar", "instrText", "delText",
          "footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef"}
W = qn("w:p")[:-1]


def unread_in(element, found):
    for child in element:
        if not isinstance(child.tag, str):
            continue
        name = child.tag[len(W):] if child.tag.startswith(W) else child.tag
        if name in ("pPr", "rPr"):
            continue
        if name in SILENT:
            continue
        if name not in READ:
            found.add(name)
        elif name == "r":
            unread_in(child, found)


def in_text_box(element):
    return any(ancestor.tag == qn("w:txbxContent") for ancestor in element.iterancestors())


def main(files):
    for name in files:
        try:
            body = docx.Document(name).element.body
            paragraphs = []
            for element in body.iter(qn("w:p")):
                if in_text_box(element):
                    continue
                unread = set()
                unread_in(element, unread)
                paragraphs.append([Paragraph(element, None).text, sorted(unread)])
            line = {"file": name, "paragraphs": paragraphs}
        except Exception as problem:
            line = {"file": name, "error": type(problem).__name__}
        print(json.dumps(line, ensure_ascii=False), flush=True)


main(sys.argv[1:])
