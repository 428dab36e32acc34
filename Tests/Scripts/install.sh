#!/usr/bin/env bash
# Installs those of the named Debian packages that are missing, as root or through $SUDO.
set -euo pipefail
command -v dpkg-query >/dev/null || {
  echo "no Debian: see to it that there is what these packages bring: $*" >&2
  exit 0
}
missing=()
for package in "$@"; do
  status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0
if [ -n "${SUDO:-}" ] && ! command -v "$SUDO" >/dev/null; then
  echo "these are missing, and only root can install them: apt-get install ${missing[*]}" >&2
  exit 1
fi
echo "installing ${missing[*]}"
${SUDO:-} apt-get update -qq
${SUDO:-} env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
