# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Running the assistant from the tree, for `source`.

hasDisplay() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ -n "${QT_QPA_PLATFORM:-}" ]; }

# runAssistant [ARGUMENT...]: opens the window; without a display, plays the rehearsal on a virtual one.
# The embedded browser refuses root, so root's rehearsal runs as the user nobody, in a room of its own.
runAssistant() {
    local program folder=
    program=$(buildFolder)/bin/wecom-setup
    if [ $# -eq 0 ]; then
        if hasDisplay; then
            set -- --demo
        else
            note "there is no display: playing the rehearsal on a virtual one"
            rm -rf "$ROOT/build/play"
            set -- --play "$ROOT/build/play"
        fi
    fi
    splitPlay "$@"
    if [ -n "$folder" ]; then
        play
    elif ! hasDisplay; then
        die "there is no display for the window; ./dev run --play DIR needs none"
    elif [ "$(id -u)" = 0 ] && [[ " $* " == *" --demo "* ]]; then
        "$ROOT/tests/run/room.py" --user --display --timeout 86400 -- "$program" "$@"
    else
        [ "$(id -u)" != 0 ] || note "the embedded browser does not run as root; the assistant offers your own browser instead"
        exec "$program" "$@"
    fi
}

# Finds --play's folder; `before` and `after` are what stands around it.
splitPlay() {
    before=() after=()
    while [ $# -gt 0 ]; do
        case $1 in
        --play)
            [ $# -ge 2 ] || die "--play needs a folder"
            folder=$2 after=("${@:3}")
            return 0
            ;;
        --play=*)
            folder=${1#*=} after=("${@:2}")
            return 0
            ;;
        esac
        before+=("$1")
        shift
    done
}

play() {
    local code=0
    mkdir -p "$folder" || die "$folder cannot be made"
    folder=$(cd "$folder" && pwd)
    if [ "$(id -u)" = 0 ] || ! hasDisplay; then
        "$ROOT/tests/run/room.py" --user --x --timeout 900 --out "$folder" -- \
            "$program" "${before[@]}" --play '{out}' "${after[@]}" </dev/null || code=$?
    else
        "$program" "${before[@]}" --play "$folder" "${after[@]}" </dev/null || code=$?
    fi
    note "the rehearsal ended with $code; its results are in $folder:"
    (cd "$folder" && find . -maxdepth 2 -type f -printf '    %P\n' | sort | head -40) >&2
    return $code
}

# takeScenes DIR: pictures of the window's named states, as an ordinary user whose way out is counted.
takeScenes() {
    local folder
    mkdir -p "$1" && folder=$(cd "$1" && pwd) || die "$1 cannot be made"
    "$ROOT/tests/run/room.py" --user --outside --timeout 1500 --out "$folder" -- \
        env SCENES_DIR='{out}' "$(buildFolder)/bin/tst_scenes" </dev/null || die "a scene is not what it is named after"
    note "the scenes are in $folder"
}
