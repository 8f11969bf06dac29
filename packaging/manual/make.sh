#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# make.sh PROGRAM FOLDER PYTHON: manual page and completions of one program, from its own --help.
set -eu
program=$1 folder=$2 python=$3
here=$(dirname "$0")
name=$(basename "$program")
mkdir -p "$folder/bash" "$folder/zsh"
help2man --no-info --locale=C.UTF-8 --include "$here/$name.h2m" "$program" | gzip -9n >"$folder/$name.1.gz"
"$python" "$here/completions.py" bash "$program" >"$folder/bash/$name"
"$python" "$here/completions.py" zsh "$program" >"$folder/zsh/_$name"
