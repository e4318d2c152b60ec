"""Makes one face of Sightglass Sans from a face of Inter.

Usage: tabular.py SOURCE FAMILY STYLE TARGET

JavaFX cannot switch OpenType features on, so figures of one width (Inter's `tnum`) have to be the font's default: the
digits are mapped to their tabular glyphs. The face is cut down to the scripts that the window can expect and renamed,
because it is no longer Inter (a trademark of rsms; the licence reserves no font name). JavaFX knows only regular, bold
and italic inside a family, so the semi-bold face takes the place of bold and the medium one is a family of its own.
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont

DIGITS = "0123456789"
SCRIPTS = [
    (0x0020, 0x024F),  # Latin, with its supplements
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin for Vietnamese and transliterations
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x20CF),  # superscripts, currencies
    (0x2100, 0x22FF),  # letter-like signs, arrows, mathematics
    (0x2300, 0x23FF),  # keys: command, option, return
    (0x2500, 0x27BF),  # boxes, shapes, check marks
]
FIXED_WEIGHTS = {"Regular": 400, "Italic": 400, "Bold": 700}


def main(source, family, style, target):
    font = TTFont(source)
    make_digits_tabular(font)
    keep_scripts(font)
    rename(font, family, style)
    mark_style(font, style)
    font.flavor = None
    font.save(target)


def make_digits_tabular(font):
    tabular = single_substitutions(font, "tnum")
    usual = font.getBestCmap()
    digits = {ord(digit): tabular[usual[ord(digit)]] for digit in DIGITS}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(digits)


def single_substitutions(font, feature):
    gsub = font["GSUB"].table
    found = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == feature:
            for index in record.Feature.LookupListIndex:
                for part in gsub.LookupList.Lookup[index].SubTable:
                    part = getattr(part, "ExtSubTable", part)
                    found.update(part.mapping)
    return found


def keep_scripts(font):
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    cut = subset.Subsetter(options)
    cut.populate(unicodes=[code for first, last in SCRIPTS for code in range(first, last + 1)])
    cut.subset(font)


def rename(font, family, style):
    full = family if style == "Regular" else f"{family} {style}"
    postscript = full.replace(" ", "") if style == "Regular" else family.replace(" ", "") + "-" + style
    version = font["name"].getDebugName(5)
    texts = {
        1: family,
        2: style,
        3: f"{postscript};{version}",
        4: full,
        6: postscript,
        10: f"Inter ({version}) with tabular figures as the default, made for Sightglass.",
    }
    kept = {0, 5, 8, 9, 11, 12, 13, 14}
    font["name"].names = [name for name in font["name"].names if name.nameID in kept]
    for name_id, text in texts.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)


def mark_style(font, style):
    font["OS/2"].usWeightClass = FIXED_WEIGHTS[style]
    font["OS/2"].fsSelection = {"Regular": 0x40, "Italic": 0x01, "Bold": 0x20}[style] | (font["OS/2"].fsSelection & 0x80)
    font["head"].macStyle = {"Regular": 0, "Italic": 2, "Bold": 1}[style]


main(*sys.argv[1:])
