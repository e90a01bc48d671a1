# SPDX-License-Identifier: Apache-2.0
"""The measurements as Markdown: each target beside what was measured."""
import json
import resource
import sys

BEGIN = "<!-- measured: tools/bench/run writes from here -->"
END = "<!-- to here -->"


def table(header, rows):
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def verdict(met, why=""):
    return "met" if met else "**missed**" + (f": {why}" if why else "")


def targets(results, sizes):
    """Rows of (job, against, target, measured, verdict)."""
    gb = sizes["big.edi"] / 1e9
    seconds = {name: result.seconds for name, result in results.items()}

    # What stands in the way where a target is missed, as far as the other rows tell.
    finding = results["find only, 1 core"].cpu_seconds
    judging = results["check, 1 core"].cpu_seconds - finding
    drug_lines = f"of its CPU time {finding:.2f} s find the drug lines, {judging:.2f} s judge them"
    digests = (f"SHA-256 of input and output takes {2 * results['sha256sum'].cpu_seconds:.2f} s of "
               f"CPU time, all that check does {finding + judging:.2f} s")
    besides = f"what check does comes on top, {finding + judging:.2f} s of CPU time"
    many = "judging a drug line costs many times what passing over another line does"

    def at_most(job, against, limit, why=""):
        ratio = seconds[job] / seconds[against]
        return [job, f"`{against}` ({seconds[against]:.2f} s)", f"wall ≤ {limit}×",
                f"{seconds[job]:.2f} s, {ratio:.2f}×", verdict(ratio <= limit, why)]

    faster = seconds["grep"] / seconds["check"]
    one_core = gb / results["check, 1 core"].cpu_seconds
    snip = gb / results["check --snip 3, 1 core"].cpu_seconds
    snip_hundred = (sizes["hundred.edi"] / 1e9 /
                    results["check --snip 3 100 MB, 1 core"].cpu_seconds)
    drugs = (sizes["half.edi"] / seconds["check 50%"]) / (sizes["big.edi"] / seconds["check"])
    drugs_written = (sizes["half.edi"] / seconds["process 50%"]) / (gb * 1e9 / seconds["process"])
    pace = {name: sizes[file] / seconds[name] for name, file in
            (("check 100 MB", "hundred.edi"), ("check", "big.edi"), ("check 4 GB", "huge.edi"))}
    spread = max(pace.values()) / min(pace.values()) - 1
    plain = max(results[name].megabytes for name in
                ("check", "check 4 GB", "check 50%", "process", "process 50%", "extract"))
    packed = max(results[name].megabytes for name in ("check zst", "process zst"))
    start = seconds["start-up"] * 1000
    return [
        at_most("check", "cat", 3, drug_lines),
        ["check", f"`grep -c J3490` ({seconds['grep']:.2f} s)", "≥ 2× faster",
         f"{faster:.1f}× faster", verdict(faster >= 2, drug_lines)],
        ["check, 1 core", "the file's size", "≥ 2.5 GB/s of CPU time",
         f"{one_core:.2f} GB/s", verdict(one_core >= 2.5, drug_lines)],
        ["check --snip 3, 1 core", f"check (--snip 0), 1 core: {one_core:.2f} GB/s",
         "≥ 0.4 GB/s of CPU time", f"{snip:.2f} GB/s",
         verdict(snip >= 0.4, "every segment of every claim is looked at")],
        ["check --snip 3, 100 MB to 1 GB", "", "linear within 10%",
         f"{abs(snip / snip_hundred - 1):.0%}, {snip_hundred:.2f}, {snip:.2f} GB/s",
         verdict(abs(snip / snip_hundred - 1) <= 0.1, "start-up weighs on the smaller input")],
        at_most("process", "cp", 1.2, digests),
        at_most("process, on disk", "cp, on disk", 1.2, digests),
        at_most("check zst", "zstd -dc", 1.1, besides),
        at_most("process zst", "zstd to zstd", 1.1, besides),
        ["memory, plain", "", "≤ 64 MiB", f"{plain:.0f} MiB", verdict(plain <= 64)],
        ["memory, zstd", "", "≤ 128 MiB", f"{packed:.0f} MiB", verdict(packed <= 128)],
        ["check, 50% drug lines", "check, 2%", "≥ 40% of its speed", f"{drugs:.0%}",
         verdict(drugs >= 0.4, many)],
        ["process, 50% drug lines", "process, 2%", "≥ 40% of its speed", f"{drugs_written:.0%}",
         verdict(drugs_written >= 0.4, many)],
        ["check, 100 MB to 4 GB", "", "linear within 10%",
         f"{spread:.0%}, " + ", ".join(f"{value / 1e9:.2f}" for value in pace.values()) + " GB/s",
         verdict(spread <= 0.1, f"start-up, {start:.0f} ms, and the first blocks, which are small, "
                                "weigh on the smallest input; the larger ones are alike")],
        ["start-up, a small file", "", "< 10 ms", f"{start:.1f} ms",
         verdict(start < 10, "most of it is loading libraries")],
    ]


def speeds(results, sizes):
    """(label, GB/s, True if noc837) for the plot."""
    inputs = {"extract": "hundred.edi", "awk": "hundred.edi", "check 50%": "half.edi",
              "process 50%": "half.edi"}
    shown = ["cat", "check", "check, 1 core", "check --snip 3, 1 core", "check 50%", "check zst",
             "zstd -dc", "grep", "extract", "awk", "cp", "process", "process 50%", "process zst",
             "zstd to zstd"]
    ours = ("check", "process", "extract")
    return [(name, sizes[inputs.get(name, "big.edi")] / results[name].seconds / 1e9,
             name.startswith(ours)) for name in shown]


def everything(results):
    return [[name, f"{m.seconds:.3f}", f"{min(m.wall):.3f} to {max(m.wall):.3f}",
             f"{m.cpu_seconds:.3f}", f"{m.megabytes:.0f}"] for name, m in results.items()]


def micro_rows(text):
    rows = []
    for row in json.loads(text)["benchmarks"]:
        rows.append([row["name"], f"{row['bytes_per_second'] / 1e9:.2f}"])
    return rows


def markdown(results, sizes, micro, facts, runs):
    big = sizes["big.edi"] / 1e6
    return "\n".join([
        f"Medians of {runs} alternating runs, {big:.0f} MB of 837P in the page cache, 2% of the "
        "service lines drug lines unless a row says otherwise.\n",
        table(["job", "against", "target", "measured", ""], targets(results, sizes)),
        "![GB of input a second, noc837 and what bounds it](performance.svg)\n",
        "Terminals and grammars in memory, one core:\n",
        table(["benchmark", "GB/s"], micro_rows(micro)),
        "Every command, in seconds. What needs less memory than the script that starts it shows the "
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB of that:\n",
        table(["command", "wall", "range", "CPU", "peak MiB"], everything(results)),
        table(["machine", ""], [list(fact) for fact in facts]),
    ])


def replace(path, text):
    page = path.read_text(encoding="utf-8")
    if BEGIN not in page or END not in page:
        sys.exit(f"bench: {path} has lost its marks")
    before, rest = page.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    path.write_text(before + BEGIN + "\n" + text + "\n" + END + after, encoding="utf-8")
