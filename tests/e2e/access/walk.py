#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""From Welcome to Finish in the rehearsal, with nothing but what a user has.

    walk.py PROGRAM LANGUAGE names|keys

names: finds everything by name and role on the accessibility bus. keys: Tab and Space, hearing what has the focus.
Runs in a room with --x and --a11y.
"""
import os
import subprocess
import sys
import time

import pyatspi

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from persons import Lost, Reader, Typist  # noqa: E402
from words import Words  # noqa: E402

BUTTON, CHECK, CHOICE = "push button", "check box", "radio button"


def application(process):
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        for candidate in pyatspi.Registry.getDesktop(0):
            if candidate and candidate.get_process_id() == process.pid:
                return candidate
        time.sleep(0.2)
    raise Lost("the program is not on the accessibility bus")


class Walk:
    def __init__(self, person, words):
        self.person, self.words = person, words

    def press(self, context, english, role=BUTTON):
        self.person.press(role, self.words.label(context, english))

    def arrive(self, step):
        self.person.hears(self.words.step(step))
        self.person.window_is(self.words.step(step))

    def next(self, step):
        self.press("ui::StepPage", "&Next")
        self.arrive(step)

    def console(self):
        self.press("ui::RehearsalBar", "&Do it in the simulated console")

    def passed(self, check):
        self.person.hears(self.words.passed(check) or self.words.passed_end(check))

    def whole(self):
        self.arrive("welcome")
        self.press("ui::WelcomePage", "&Try the rehearsal")
        self.arrive("nocobase")
        self.press("ui::NocobasePage", "&Fill in the sample account")
        self.passed("plugin.wecom")
        self.next("create")
        self.console()
        self.next("credentials")
        self.press("ui::CredentialsPage", "&Fill in the sample values")
        self.passed("wecom.secret")
        self.next("callback")
        self.console()
        self.next("trusted-domain")
        self.console()
        self.next("trusted-ip")
        self.console()
        self.press("ui::TrustedIpPage", "&Ask through NocoBase")
        self.passed("ip.trusted")
        self.next("options")
        self.press("ui::OptionsPage", "&Automatic login", CHECK)
        self.next("review")
        self.apply()
        self.next("homepage")
        self.console()
        self.next("test")
        self.sign_in()
        self.next("finish")
        self.person.needs(BUTTON, self.words.label("ui::FinishPage", "&Save report…"))

    def apply(self):
        self.person.press(CHOICE, "wecom  –…")  # the rehearsal's NocoBase has two
        self.person.press(BUTTON, self.words.counted("ui::ReviewPage", "&Apply %n change(s)"))
        self.passed("review.applied")

    def sign_in(self):
        self.press("ui::TestLoginPage", "&Start the test")
        self.press("ui::PhoneCard", "&Scan")
        self.press("ui::PhoneCard", "&Agree")
        self.passed("test.login")


def main():
    program, language, way = sys.argv[1:4]
    process = subprocess.Popen([program, "--lang", language], stdin=subprocess.DEVNULL)
    try:
        person = {"names": Reader, "keys": Typist}[way](application(process))
        Walk(person, Words(language)).whole()
        print(f"{way}, {language}: from Welcome to Finish")
        return 0
    except Lost as error:
        print(error)
        return 1
    finally:
        process.terminate()
        process.wait(20)


sys.exit(main())
