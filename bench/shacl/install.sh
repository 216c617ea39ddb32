#!/usr/bin/env bash
# install.sh FOLDER: other SHACL engines for run.py and compare.py, from PyPI, npm and Maven, into FOLDER only.
# Afterwards: SHACL_ENGINES=FOLDER FOLDER/python/bin/python bench/shacl/run.py ...
set -euo pipefail
mkdir -p "$1"; cd "$1"
python3 -m venv python
for package in rdflib pyshacl pyshacl-turbo pyshifty shacl shacl-rust pyrudof; do
  python/bin/pip -q install "$package" || echo "not available here: $package"
done
mkdir -p npm && (cd npm && npm init -y >/dev/null && npm install --silent rdf-validate-shacl shacl-engine n3 rdf-ext)
maven() {  # FOLDER GROUP ARTIFACT VERSION
  mkdir -p "$1"
  echo "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId>
<version>1</version><dependencies><dependency><groupId>$2</groupId><artifactId>$3</artifactId><version>$4</version></dependency></dependencies></project>" >"$1/pom.xml"
  (cd "$1" && mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib)
}
maven jena org.apache.jena jena-cmds 5.2.0
maven topbraid org.topbraid shacl 1.4.4
