#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Shell completions from a program's own --help, so that there is one list of options.

usage: completions.py bash|zsh PROGRAM    writes the completion file to standard output
"""
import json
import pathlib
import re
import subprocess
import sys

OPTION = re.compile(r"^  (?:-\w, )?(--[\w-]+)(?:[ ,](?:<(\w+)>|([A-Z]+))?)?")
COMMAND = re.compile(r"^  ([a-z]+)  +\S")
# What an option takes, where it is one of few words; files complete as files.
LIST = pathlib.Path(__file__).resolve().parents[2] / "resources/languages.json"
LANGUAGES = [row["code"] for row in json.loads(LIST.read_text(encoding="utf-8"))["languages"]]
WORDS = {"lang": " ".join(LANGUAGES), "theme": "light dark", "secrets": "keychain env stdin"}
FOLDERS = {"play"}


def options_and_commands(text):
    """Options with what they take ("" for none), and commands, in the order of the help."""
    options, commands, in_commands = {}, [], False
    for line in text.splitlines():
        if line.startswith("Commands:"):
            in_commands = True
        elif in_commands and (found := COMMAND.match(line)):
            commands.append(found[1])
        elif found := OPTION.match(line):
            in_commands = False
            options[found[1]] = found[2] or found[3] or ""
            for more in re.findall(r"(?<=, )--[\w-]+", line):
                options[more] = ""
    return options, commands


def bash(name, options, commands):
    function = "_" + name.replace("-", "_")
    cases = []
    for option, takes in options.items():
        key = option[2:]
        if key in WORDS:
            cases.append(f'    {option}) mapfile -t COMPREPLY < <(compgen -W "{WORDS[key]}" -- "$word"); return ;;')
        elif key in FOLDERS:
            cases.append(f'    {option}) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;')
        elif takes.lower() == "file":
            cases.append(f'    {option}) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;')
        elif takes:
            cases.append(f"    {option}) return ;;")
    first = ""
    if commands:
        first = (f'    if [ "$COMP_CWORD" = 1 ] && [[ $word != -* ]]; then\n'
                 f'        mapfile -t COMPREPLY < <(compgen -W "{" ".join(commands)}" -- "$word")\n'
                 "        return\n    fi\n")
    return f"""# bash completion for {name}
{function}() {{
    local word=${{COMP_WORDS[COMP_CWORD]}}
    case ${{COMP_WORDS[COMP_CWORD - 1]}} in
{chr(10).join(cases)}
    esac
{first}    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "{" ".join(options)}" -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -f -X '!*.json' -- "$word"; compgen -d -- "$word")
    fi
}}
complete -o filenames -F {function} {name}
"""


def zsh(name, options, commands):
    rows = []
    for option, takes in options.items():
        key = option[2:]
        if key in WORDS:
            rows.append(f"'*{option}[ ]:{takes.lower()}:({WORDS[key]})'")
        elif key in FOLDERS:
            rows.append(f"'{option}[ ]:folder:_files -/'")
        elif takes.lower() == "file":
            rows.append(f"'{option}[ ]:file:_files'")
        else:
            rows.append(f"'*{option}[ ]:{takes.lower()}:'" if takes else f"'{option}[ ]'")
    rows = [row.replace("[ ]", "") for row in rows]
    if commands:
        rows.append(f"'1:command:({' '.join(commands)})'")
    rows.append("'*:setup:_files -g \"*.json\"'")
    joined = " \\\n    ".join(rows)
    return f"#compdef {name}\n_arguments -s \\\n    {joined}\n"


def main():
    shell, program = sys.argv[1], pathlib.Path(sys.argv[2])
    text = subprocess.run([program, "--help"], check=True, capture_output=True, text=True).stdout
    options, commands = options_and_commands(text)
    if not options:
        sys.exit(f"{program} --help names no options")
    print({"bash": bash, "zsh": zsh}[shell](program.name, options, commands), end="")


if __name__ == "__main__":
    main()
