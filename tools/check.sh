#!/usr/bin/env bash
# Everything that CI runs: format, build with warnings as errors, tests, generated files unchanged.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

echo "== format"
dotnet restore Termbase.sln -v q
dotnet format whitespace Termbase.sln --no-restore --verify-no-changes

echo "== build"
dotnet build Termbase.sln --no-restore -v q -nodeReuse:false

echo "== generated files"
dotnet run --project tools/Termbase.DevTool --no-build -- docs --check

if [ "${CI:-}" = true ]; then
  echo "== fuzz"
  dotnet run --project tools/Termbase.DevTool --no-build -- fuzz --minutes 3 --seed 7
fi

echo "== tests"
dotnet test --solution Termbase.sln --no-build
