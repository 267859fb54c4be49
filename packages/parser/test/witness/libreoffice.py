"""What LibreOffice makes of .docx files: effective formatting of every paragraph and character, one JSON line a file.

usage: libreoffice.py FILE…        (Debian packages libreoffice-writer and python3-uno)

One soffice process reads all files, tracked changes are accepted, nothing is written. A line is
{"file", "error"} or {"file", "paragraphs": [{"story", "label", "format": […], "portions": [[text, three fonts, three
sizes, three bolds], …]}]}; three: Western, Asian, complex script. Lengths in 1/100 mm, sizes in points. Story "shape" is
text of a drawing, which LibreOffice's drawing layer formats, not Writer.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

import uno
import unohelper
from com.sun.star.beans import NamedValue, PropertyValue
from com.sun.star.task import XJob

CHARACTER = (
    "CharFontName", "CharFontNameAsian", "CharFontNameComplex", "CharHeight", "CharHeightAsian", "CharHeightComplex",
    "CharWeight", "CharWeightAsian", "CharWeightComplex",
)
PORTION = ("TextPortionType",) + CHARACTER
PARAGRAPH = (
    "ParaAdjust", "ParaFirstLineIndent", "ParaLeftMargin", "ParaRightMargin", "ParaTopMargin", "ParaBottomMargin",
    "ParaLineSpacing",
)
LISTED = ("ListLabelString", "NumberingLevel", "NumberingRules", "ParaStyleName", "ParaContextMargin")
# Portions that are no text of the paragraph: notes show their mark, the others are places.
MARKS = {"Footnote", "Annotation", "AnnotationEnd", "Bookmark", "ReferenceMark", "DocumentIndexMark", "Redline",
         "SoftPageBreak", "Frame", "TextFieldStart", "TextFieldEnd", "TextFieldStartEnd"}
BOLD = 100
BULLET = 6
PICTURE = 8


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def portions_of(text, found):
    portions = text.createEnumeration()
    while portions.hasMoreElements():
        portion = portions.nextElement()
        kind, *values = portion.getPropertyValues(PORTION)
        if kind in ("InContentMetadata", "ContentControl"):
            portions_of(portion.getPropertyValue(kind), found)
        elif kind not in MARKS:
            string = portion.getString()
            if string != "":
                found.append([string, *values[:6], *(weight > BOLD for weight in values[6:])])


class Styles:
    """What each paragraph style states itself, asked once."""

    def __init__(self, document):
        self.family = document.getStyleFamilies().getByName("ParagraphStyles")
        self.known = {}

    def states(self, name):
        """(indents, numbering, parent) of a style."""
        if name not in self.known:
            style = self.family.getByName(name)
            self.known[name] = (*stated(style), style.getParentStyle())
        return self.known[name]


def stated(thing):
    """Whether a paragraph or style states indents and numbering itself."""
    left, first, numbering = (
        state.value == "DIRECT_VALUE"
        for state in thing.getPropertyStates(("ParaLeftMargin", "ParaFirstLineIndent", "NumberingStyleName")))
    return left or first, numbering


def indents_are_of_list(styles, paragraph, style):
    """The first of paragraph, style, parent style … that states indents or a list decides."""
    indents, numbering = stated(paragraph)
    while not indents and not numbering and style:
        indents, numbering, style = styles.states(style)
    return not indents and numbering


def paragraph_of(story, paragraph, styles, found):
    adjust, first, left, right, top, bottom, line = paragraph.getPropertyValues(PARAGRAPH)
    portions = []
    portions_of(paragraph, portions)
    label, style, context = None, "", False
    if paragraph.getPropertySetInfo().hasPropertyByName("ListLabelString"):
        label, level, rules, style, context = paragraph.getPropertyValues(LISTED)
        if rules is not None and level is not None and label is not None and style:
            entry = {each.Name: each.Value for each in rules.getByIndex(level)}
            if entry["NumberingType"] == BULLET and not label:
                label = entry.get("BulletChar", "")
            if entry["NumberingType"] == PICTURE:
                label = None
            if entry.get("PositionAndSpaceMode") == 1 and indents_are_of_list(styles, paragraph, style):
                left, first = entry["IndentAt"], entry["FirstLineIndent"]
    found.append({
        "story": story,
        "style": style,
        "context": bool(context),
        "label": label,
        "format": [adjust if isinstance(adjust, int) else adjust.value, left, first, right, top, bottom,
                   line.Mode if line else 0, line.Height if line else 100],
        "portions": portions,
    })


def close_up(container):
    """No space between neighbours of one style on the side of the one that asks for it (ParaContextMargin)."""
    tops = [each["context"] and before is not None and before["style"] == each["style"]
            for before, each in zip([None, *container], container)]
    bottoms = [each["context"] and after is not None and after["style"] == each["style"]
               for each, after in zip(container, [*container[1:], None])]
    for each, top, bottom in zip(container, tops, bottoms):
        if top:
            each["format"][4] = 0
        if bottom:
            each["format"][5] = 0


def story_of(story, text, styles, found, depth=0):
    if depth > 20 or not hasattr(text, "createEnumeration"):
        return
    container = []
    items = text.createEnumeration()
    while items.hasMoreElements():
        item = items.nextElement()
        if item.supportsService("com.sun.star.text.TextTable"):
            close_up(container)
            container = []
            for name in item.getCellNames():
                cell = item.getCellByName(name)
                if cell is not None:
                    story_of("table" if story == "body" else story, cell, styles, found, depth + 1)
        else:
            paragraph_of(story, item, styles, found)
            container.append(found[-1])
    close_up(container)


def shapes_of(shapes, styles, found, depth=0):
    for index in range(shapes.getCount()):
        shape = shapes.getByIndex(index)
        if shape.supportsService("com.sun.star.drawing.GroupShape") and depth < 20:
            shapes_of(shape, styles, found, depth + 1)
        elif shape.supportsService("com.sun.star.text.TextFrame"):
            continue
        elif hasattr(shape, "getText") and hasattr(shape, "createEnumeration"):
            story_of("shape", shape.getText(), styles, found)


def document_of(document):
    found = []
    styles = Styles(document)
    story_of("body", document.getText(), styles, found)
    frames = document.getTextFrames()
    for index in range(frames.getCount()):
        story_of("textbox", frames.getByIndex(index).getText(), styles, found)
    shapes_of(document.getDrawPage(), styles, found)
    styles = document.getStyleFamilies().getByName("PageStyles")
    for index in range(styles.getCount()):
        style = styles.getByIndex(index)
        if not style.isInUse():
            continue
        for where in ("Header", "Footer"):
            if not style.getPropertyValue(where + "IsOn"):
                continue
            for side in ("", "Left", "First"):
                text = style.getPropertyValue(where + "Text" + side)
                if text is not None:
                    story_of(where.lower(), text, styles, found)
    for story, notes in (("footnote", document.getFootnotes()), ("endnote", document.getEndnotes())):
        for index in range(notes.getCount()):
            story_of(story, notes.getByIndex(index).getText(), styles, found)
    return found


class Reader(unohelper.Base, XJob):
    """Runs inside soffice, where a call costs nothing; through the bridge the same work takes ten times as long."""

    def __init__(self, context):
        self.context = context

    def execute(self, arguments):
        values = {argument.Name: argument.Value for argument in arguments}
        manager = self.context.ServiceManager
        desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", self.context)
        dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", self.context)
        with open(values["output"], "w", encoding="utf-8") as output:
            for name in values["files"].split("\n"):
                output.write(json.dumps(read(desktop, dispatcher, name), ensure_ascii=False) + "\n")
                output.flush()
        return True


def read(desktop, dispatcher, name):
    document = None
    try:
        document = desktop.loadComponentFromURL(
            uno.systemPathToFileUrl(name), "_blank", 0,
            properties(Hidden=True, MacroExecutionMode=0, UpdateDocMode=0))
        if document is None or not hasattr(document, "getText"):
            return {"file": name, "error": "not a text document"}
        frame = document.getCurrentController().getFrame()
        dispatcher.executeDispatch(frame, ".uno:AcceptAllTrackedChanges", "", 0, ())
        return {"file": name, "paragraphs": document_of(document)}
    except Exception as problem:
        return {"file": name, "error": str(problem)[:200]}
    finally:
        if document is not None:
            document.close(True)


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Reader, "bianxu.Reader", ())


def connect(folder):
    pipe = "bianxu-" + os.path.basename(folder)
    process = subprocess.Popen([
        "soffice", "-env:UserInstallation=file://" + folder, "--headless", "--norestore", "--nologo", "--nodefault",
        "--accept=pipe,name=" + pipe + ";urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            context = resolver.resolve("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext")
            return process, context
        except Exception:
            if process.poll() is not None:
                break
            time.sleep(0.1)
    raise SystemExit("soffice did not start")


def main(files):
    folder = tempfile.mkdtemp(prefix="bianxu-office-")
    process = None
    try:
        process, context = connect(folder)
        manager = context.ServiceManager
        loader = manager.createInstanceWithContext("com.sun.star.loader.Python", context)
        here = uno.systemPathToFileUrl(os.path.abspath(__file__))
        reader = loader.activate("bianxu.Reader", "", here, None).createInstanceWithContext(context)
        output = os.path.join(folder, "output.jsonl")
        names = "\n".join(os.path.abspath(name) for name in files)
        reader.execute((NamedValue("files", names), NamedValue("output", output)))
        with open(output, encoding="utf-8") as lines:
            shutil.copyfileobj(lines, sys.stdout)
        try:
            manager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
        except Exception:
            pass
    finally:
        if process is not None:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1:])
