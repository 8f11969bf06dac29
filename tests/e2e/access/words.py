# SPDX-License-Identifier: Apache-2.0
"""What a person of a language reads: the program's own words, looked up by their English ones."""
import json
import os
import re
import xml.etree.ElementTree

TREE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")


class Words:
    def __init__(self, language):
        self.language = language
        with open(os.path.join(TREE, "resources", "catalogue", language + ".json"), encoding="utf-8") as file:
            self.catalogue = json.load(file)
        self.messages = {} if language == "en" else self.read(language)

    @staticmethod
    def read(language):
        root = xml.etree.ElementTree.parse(os.path.join(TREE, "translations", f"wecom-setup_{language}.ts")).getroot()
        return {(context.findtext("name"), message.findtext("source")):
                message.findtext("translation/numerusform") or message.findtext("translation")
                for context in root.iter("context") for message in context.iter("message")}

    def label(self, context, english):
        """The label as a screen reader says it: without the mark of its access key."""
        text = english if self.language == "en" else self.messages[context, english]
        return re.sub(r"&(.)", r"\1", re.sub(r"\(&\w\)", "", text))

    def counted(self, context, english):
        """A label with a number in it: what stands before the number, and … for the rest."""
        return self.label(context, english).split("%n")[0] + "…"

    def step(self, name):
        return self.catalogue["steps"][name]["title"]

    def passed(self, check):
        """The beginning of what a passed check says: up to its first value."""
        return self.catalogue["checks"][check]["ok"].split("{")[0].strip()

    def passed_end(self, check):
        return self.catalogue["checks"][check]["ok"].split("}")[-1].strip()
