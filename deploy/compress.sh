#!/bin/sh
# Writes a compressed copy (.gz) beside every text file of a built site, for a web server to send as it is.
# Usage: deploy/compress.sh [FOLDER]    (default: site)
set -eu
find "${1:-site}" -type f \
    \( -name '*.html' -o -name '*.css' -o -name '*.js' -o -name '*.json' -o -name '*.svg' -o -name '*.xml' -o -name '*.yaml' -o -name '*.txt' -o -name '*.ics' \) \
    -exec gzip -9 --keep --force --no-name {} +
