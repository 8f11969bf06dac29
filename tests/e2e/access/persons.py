# SPDX-License-Identifier: Apache-2.0
"""Two people who use the window without seeing it: by names and roles through the accessibility bus, or by keys alone."""
import subprocess
import time

import pyatspi

PATIENCE = 150  # seconds for a browser to start on a busy computer
TABS = 120  # more than any page has places to stop at


class Lost(Exception):
    pass


def tree(node, depth=0):
    """All there is to hear, for whoever has to find out what was not found."""
    try:
        if shows(node, pyatspi.STATE_SHOWING):
            yield f"{'  ' * depth}{node.getRoleName()} {node.name!r}"
        for child in node:
            if child is not None:
                yield from tree(child, depth + 1)
    except Exception as error:  # what goes while one looks at it
        yield f"{'  ' * depth}gone: {error}"


def shows(node, *states):
    now = node.getState()
    return all(now.contains(state) for state in states)


def is_called(name, wanted):
    return name == wanted or wanted.endswith("…") and name.startswith(wanted[:-1])


class Person:
    """Finds things by role and name, as a screen reader tells them; `press` is what the two do differently."""

    def __init__(self, application):
        self.application = application

    def find(self, role, matches, *states):
        def fits(node):
            try:
                return node.getRoleName() == role and matches(node.name) and shows(node, pyatspi.STATE_SHOWING, *states)
            except Exception:
                return False
        return pyatspi.findDescendant(self.application, fits)

    def wait(self, what, look, patience=PATIENCE):
        until = time.monotonic() + patience
        while time.monotonic() < until:
            found = look()
            if found:
                return found
            time.sleep(0.1)
        raise Lost(f"{what} did not come; there was:\n" + "\n".join(tree(self.application)))

    def hears(self, text, *roles):
        for_roles = roles or ("label", "heading")
        self.wait(f"{' or '.join(for_roles)} with {text!r}", lambda: any(self.find(role, lambda name: text in name) for role in for_roles))

    def window_is(self, title):
        self.wait(f"the window {title!r}", lambda: any(title in (frame.name or "") for frame in self.application))

    def needs(self, role, name):
        """Something that can be used; a name that ends with … stands for all that begin with it."""
        return self.wait(f"{role} {name!r}", lambda: self.find(role, lambda n: is_called(n, name), pyatspi.STATE_ENABLED))

    def press(self, role, name):
        raise NotImplementedError


class Reader(Person):
    """Presses what it found."""

    def press(self, role, name):
        action = self.needs(role, name).queryAction()
        names = [action.getName(i) for i in range(action.nActions)]
        wanted = next(n for n in ("Press", "Toggle", "Check") if n in names)
        action.doAction(names.index(wanted))


class Typist(Person):
    """Has a keyboard and hears what the focus is on; nothing else."""

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True, timeout=20)
        time.sleep(0.06)

    def focused(self):
        """The one that has the focus. A web page goes on saying that it has it, whoever got it since."""
        found = pyatspi.findAllDescendants(self.application, self.is_focused)
        return next((node for node in found if node.getRoleName() != "document web"), found[0] if found else None)

    @staticmethod
    def is_focused(node):
        try:
            return shows(node, pyatspi.STATE_FOCUSED, pyatspi.STATE_SHOWING) and node.getRoleName() != "frame"
        except Exception:
            return False

    def press(self, role, name):
        self.needs(role, name)
        heard = []
        for _ in range(TABS):
            node = self.focused()
            if node is not None:
                heard.append(f"{node.getRoleName()} {node.name!r}")
                if node.getRoleName() == role and is_called(node.name, name):
                    self.key("space")
                    return
            self.key("Tab")
        raise Lost(f"{role} {name!r} was not reached by Tab; the focus was on:\n" + "\n".join(heard))
