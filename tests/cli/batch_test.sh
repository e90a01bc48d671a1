#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A folder of files, unattended.
. "$(dirname "$0")/lib.sh"

# The value at a path of a JSON file: of manifest.json "files/a.edi/result".
json() {
  python3 -c 'import json, sys
at = json.load(open(sys.argv[1]))
for key in sys.argv[2].split("/") if sys.argv[2] else []: at = at[int(key) if isinstance(at, list) else key]
print(at)' "$1" "$2"
}

# Waits until a command succeeds, ten seconds at most.
await() {
  local i
  for i in $(seq 200); do
    if "$@" 2>/dev/null; then return; fi
    sleep 0.05
  done
  fail "in vain: $*"
}

case_every_file_is_processed_as_process_does() {
  mkdir in
  edi corrected >in/a.edi
  edi flagged clean | zstd -q >in/b.edi.zst
  edi clean >in/ignored.pdf
  edi clean >in/.hidden.edi
  run batch in -o out --no-timing
  expect_code 1
  expect_in stdout 'claims      3: '
  run process in/a.edi in/b.edi.zst -o expected --no-timing
  local file
  for file in $(cd expected && ls); do
    expect_same "expected/$file" "out/$file"
  done
  expect_no_file out/ignored.summary.json out/.hidden.summary.json
  expect_equal "$(find out -name '*noc837tmp')" ''
}

# Peak memory of a batch over a folder, in KB. More options may follow.
peak() {
  python3 -c 'import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)' "$NOC837" batch "$@" -o out --jobs 2
}

case_the_memory_of_many_files_is_that_of_two_at_a_time() {
  if sanitized; then skip 'sanitizers keep what is freed'; fi
  # shellcheck disable=SC2046
  edi $(yes 'clean corrected flagged clean' | head -1200) | zstd -q >one.edi.zst
  mkdir in
  local i
  for i in $(seq 60); do cp one.edi.zst "in/$i.edi.zst"; done
  local kilobytes
  kilobytes=$(peak in)
  # About 75,000; with as many heaps as glibc likes 117,000, and more with larger files.
  [ "$kilobytes" -lt 98304 ] || fail "$kilobytes KB"
  # What validation keeps is kept once for each thread, not for each claim that waits.
  rm -rf out
  kilobytes=$(peak in --snip 3)
  [ "$kilobytes" -lt 98304 ] || fail "$kilobytes KB with --snip 3"
}

case_the_manifest_tells_what_became_of_each_input() {
  mkdir in
  edi corrected >in/a.edi
  edi flagged >in/b.edi
  printf 'no EDI' >in/c.edi
  run batch in -o out
  expect_code 3
  expect_equal "$(json out/manifest.json files/a.edi/result)" clean
  expect_equal "$(json out/manifest.json files/b.edi/result)" findings
  expect_equal "$(json out/manifest.json files/c.edi/result)" failed
  expect_equal "$(json out/manifest.json files/c.edi/exit)" 3
  expect_equal "$(json out/manifest.json files/b.edi/claims_flagged)" 1
  expect_equal "$(json out/manifest.json files/a.edi/sha256)" "$(sha256sum <in/a.edi | cut -d' ' -f1)"
  local output
  output=$(json out/manifest.json files/a.edi/outputs/0/path)
  expect_equal "$(json out/manifest.json files/a.edi/outputs/0/sha256)" \
    "$(sha256sum <"out/$output" | cut -d' ' -f1)"
  expect_in stderr 'error failed file=c.edi'
}

case_the_merged_summary_is_that_of_one_run_over_all_files() {
  mkdir in
  edi corrected flagged clean >in/a.edi
  edi warned flagged >in/b.edi
  run process in/a.edi in/b.edi -o expected
  mv stdout expected.txt
  run batch in -o out --jobs 3
  # What was written is in the manifest, and how fast depends on the clock.
  local varying='^(wrote .*|read .* in .*|)$'
  expect_equal "$(grep -v -E "$varying" stdout)" "$(grep -v -E "$varying" expected.txt)"
  expect_equal "$(json out/summary.json claims/total)" 5
  expect_equal "$(json out/summary.json files)" 2
}

case_what_was_done_is_skipped_and_what_failed_is_tried_again() {
  mkdir in
  edi corrected >in/a.edi
  printf 'no EDI' >in/b.edi
  run batch in -o out
  expect_code 3
  local before
  before=$(stat -c %Y.%i out/a.summary.json)
  edi flagged >in/b.edi
  run batch in -o out
  expect_code 1
  expect_in stderr 'info skipped file=a.edi'
  expect_in stderr 'info done file=b.edi'
  expect_equal "$(stat -c %Y.%i out/a.summary.json)" "$before" 'a was written again'
  expect_equal "$(json out/summary.json claims/total)" 2 'the merged summary has both'
}

case_other_content_other_options_or_a_lost_output_are_done_again() {
  mkdir in
  edi corrected >in/a.edi
  run batch in -o out
  run batch in -o out --no-fix NDC03
  expect_in stderr 'info done file=a.edi'
  run batch in -o out --no-fix NDC03
  expect_in stderr 'info skipped file=a.edi'
  rm out/a.lines.csv
  run batch in -o out --no-fix NDC03
  expect_in stderr 'info done file=a.edi'
  sed 's/EXAMPLE/EXAMPLF/' in/a.edi >in/b && mv in/b in/a.edi # same size
  run batch in -o out --no-fix NDC03
  expect_in stderr 'info done file=a.edi'
}

case_folders_in_the_folder_are_entered_on_request() {
  mkdir -p in/day/one
  edi corrected >in/day/one/a.edi
  edi corrected >in/a.edi
  run batch in -o in/out
  expect_no_file in/out/day
  run batch in -o in/out --recursive
  expect_code 0
  expect_file in/out/a.corrected.edi in/out/day/one/a.corrected.edi
  run batch in -o in/out --recursive # the outputs are no inputs
  expect_equal "$(json in/out/summary.json files)" 2
}

case_patterns_choose_inputs() {
  mkdir in
  edi corrected >in/CLAIMS_1.out
  edi corrected >in/b.edi
  run batch in -o out --pattern 'claims_*' --pattern '*.none'
  expect_code 0
  expect_file out/CLAIMS_1.out.summary.json
  expect_no_file out/b.summary.json
}

case_two_inputs_of_one_stem_do_not_overwrite_each_other() {
  mkdir in
  edi corrected >in/a.edi
  edi flagged >in/a.837
  run batch in -o out --jobs 1
  expect_code 2
  expect_in stderr 'another input would write the same outputs'
  expect_equal "$(json out/summary.json files)" 1
}

case_a_second_run_on_the_same_output_folder_is_refused() {
  mkdir in out out/.noc837
  edi corrected >in/a.edi
  exec 9>out/.noc837/lock
  flock 9
  run batch in -o out
  expect_code 4
  expect_in stderr 'another run works on this folder'
  expect_no_file out/manifest.json
  exec 9>&-
  run batch in -o out
  expect_code 0
}

case_inputs_are_moved_on_request() {
  mkdir -p in/sub done
  edi corrected >in/sub/a.edi
  printf 'no EDI' >in/b.edi
  mkdir done/sub
  echo earlier >done/sub/a.edi
  run batch in -o out --recursive --done done --failed in/failed
  expect_code 3
  expect_file done/sub/a.edi.1 in/failed/b.edi
  expect_equal "$(cat done/sub/a.edi)" earlier
  expect_no_file in/sub/a.edi in/b.edi
  run batch in -o out --recursive --done done --failed in/failed
  expect_code 0 # nothing is left to do, and what failed lies apart
}

case_log_lines_are_JSON_on_request() {
  mkdir in
  edi corrected >'in/a b.edi'
  run batch in -o out --log-format json
  python3 -c 'import json, sys
events = [json.loads(line) for line in sys.stdin]
assert [e["event"] for e in events] == ["start", "done", "end"], events
assert events[1]["file"] == "a b.edi" and events[1]["claims"] == 1, events
assert all(e["time"].endswith("Z") and e["level"] == "info" for e in events), events' <stderr ||
    fail "$(cat stderr)"
}

case_nothing_of_a_claim_is_logged() {
  mkdir in
  edi corrected flagged >in/a.edi
  head -c 600 in/a.edi >in/short.edi
  run batch in -o out --metrics metrics
  local word
  for word in TESTER ALEX TST000111 19700102 KETOROLAC EXAMPLE 'corrected-1' 'flagged-2'; do
    expect_not_in stderr "$word"
    expect_not_in metrics "$word"
    expect_not_in out/manifest.json "$word"
  done
}

case_metrics_are_in_the_Prometheus_text_format() {
  mkdir in
  edi corrected clean >in/a.edi
  edi flagged >in/b.edi
  printf 'no EDI' >in/c.edi
  run batch in -o out --metrics metrics.prom
  expect_in metrics.prom 'noc837_batch_files_total{result="clean"} 1'
  expect_in metrics.prom 'noc837_batch_files_total{result="findings"} 1'
  expect_in metrics.prom 'noc837_batch_files_total{result="failed"} 1'
  expect_in metrics.prom 'noc837_batch_claims_total{outcome="corrected"} 1'
  expect_in metrics.prom 'noc837_batch_findings_total{rule="NDC03",status="corrected"} 1'
  local bad
  bad=$(grep -v -E -e '^# (HELP|TYPE) noc837_batch_[a-z_]+ ' \
    -e '^noc837_batch_[a-z_]+(\{[a-z]+="[A-Za-z0-9]+"(,[a-z]+="[a-z]+")*\})? [0-9.e+]+$' metrics.prom)
  expect_equal "$bad" '' 'lines in another format'
  expect_equal "$(stat -c %a metrics.prom)" 644
}

case_the_page_is_that_of_one_run_over_all_files_also_when_they_are_skipped() {
  mkdir in
  local name
  edi corrected flagged >in/a.edi
  edi flagged clean warned >in/b.edi
  edi clean >in/c.edi
  run process in/a.edi in/b.edi in/c.edi -o expected --report expected.html --no-timing
  # The page names its files: batch by their path in the folder.
  for name in a b c; do sed -i "s|\"in/$name.edi\"|\"$name.edi\"|g; s|in/$name.edi|$name.edi|g" expected.html; done
  for _ in 1 2; do
    rm -f page.html
    run batch in -o out --jobs 3 --report page.html --no-timing
    expect_code 1
    sed 's|in/\([abc]\).edi|\1.edi|g' page.html >shown.html
    expect_same shown.html expected.html
  done
  expect_equal "$(grep -c ' skipped file=' stderr)" 3
  expect_equal "$(stat -c %a page.html)" 600
  # What a run without a page did is done again for one.
  edi clean corrected >in/c.edi
  run batch in -o out --no-timing
  run batch in -o out --report page.html --no-timing
  expect_equal "$(grep -c ' done file=' stderr)" 3
}

# Starts a watching batch in the background; its process id is in $watching.
start_watching() {
  "$NOC837" batch in -o out --watch "$@" >stdout 2>stderr </dev/null 8>&- &
  watching=$!
  await grep -q ' info start ' stderr
}

stop_watching() {
  kill -"$1" "$watching"
  wait "$watching"
  code=$?
}

case_watching_takes_files_when_they_are_whole() {
  mkdir in
  edi corrected >in/there.edi
  start_watching --done in/done --failed in/failed
  await test -f out/there.corrected.edi
  edi corrected flagged >whole
  { head -c 700 whole; sleep 0.5; tail -c +701 whole; } >in/slow.edi
  edi corrected >in/.upload.tmp
  mv in/.upload.tmp in/moved.edi
  printf 'no EDI' >in/bad.edi
  await test -f in/done/slow.edi
  await test -f in/done/moved.edi
  await test -f in/failed/bad.edi
  stop_watching TERM
  expect_equal "$code" 143
  expect_equal "$(json out/manifest.json files/slow.edi/result)" findings
  expect_equal "$(json out/summary.json claims/total)" 4
  expect_equal "$(find in -type f ! -path 'in/done/*' ! -path 'in/failed/*')" ''
}

case_watching_sees_new_folders_and_what_was_put_there_before_it_looked() {
  mkdir in
  start_watching --recursive
  mkdir -p whole/deep
  edi corrected >whole/deep/a.edi
  mv whole in/whole
  mkdir in/later
  edi corrected >in/later/b.edi
  await test -f out/whole/deep/a.corrected.edi
  await test -f out/later/b.corrected.edi
  stop_watching INT
  expect_equal "$code" 130
}

case_a_file_open_for_writing_at_the_start_waits_until_it_is_closed() {
  mkdir in
  edi corrected flagged >whole
  exec 8>in/a.edi
  head -c 700 whole >&8
  start_watching
  sleep 0.3
  expect_not_in stderr 'file=a.edi'
  tail -c +701 whole >&8
  exec 8>&-
  await test -f out/a.summary.json
  stop_watching TERM
  expect_equal "$(json out/manifest.json files/a.edi/claims)" 2
}

case_a_signal_lets_the_file_in_work_end_and_begins_no_other() {
  mkdir in
  local i
  edi $(for i in $(seq 2000); do echo corrected; done) >in/000.edi
  for i in $(seq 100 160); do cp in/000.edi "in/$i.edi"; done
  "$NOC837" batch in -o out --jobs 1 >stdout 2>stderr </dev/null &
  local running=$!
  await grep -q ' info done ' stderr
  kill -TERM "$running"
  wait "$running"
  expect_equal $? 143
  expect_in stderr 'signal=15'
  local done
  done=$(json out/summary.json files)
  [ "$done" -lt 62 ] || skip 'all files were done before the signal came'
  expect_equal "$(find out -name '*.summary.json' | wc -l)" "$done"
  expect_equal "$(find out -name '*noc837tmp' | wc -l)" 0
  run batch in -o out --quiet
  expect_code 0
  expect_equal "$(json out/summary.json files)" 62
  expect_equal "$(grep -c ' info skipped ' stderr)" "$done"
}

case_wrong_usage_is_refused() {
  mkdir in
  run batch in
  expect_code 2
  run batch missing -o out
  expect_code 2
  expect_in stderr 'missing is no folder'
  run batch in in -o out
  expect_code 2
  run batch in -o out --jobs 0
  expect_code 2
  run batch in -o -
  expect_code 2
}

run_cases "$@"
