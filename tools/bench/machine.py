# SPDX-License-Identifier: Apache-2.0
"""What the measurements were made on and with."""
import os
import re
import subprocess
import datetime


def first_line(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = (done.stdout or done.stderr).strip().splitlines()
    return lines[0] if lines else "?"


def facts(folder):
    """Rows of (what, value)."""
    cpu = re.search(r"model name\s*: (.*)", open("/proc/cpuinfo", encoding="utf-8").read())
    memory = re.search(r"MemTotal:\s*(\d+)", open("/proc/meminfo", encoding="utf-8").read())
    flags = open("/proc/cpuinfo", encoding="utf-8").read()
    vectors = [name for name in ("sse2", "avx2", "avx512bw", "sha_ni") if f" {name}" in flags]
    return [
        ("measured", datetime.date.today().isoformat()),
        ("processor", f"{cpu.group(1) if cpu else '?'}, {len(os.sched_getaffinity(0))} cores, "
                      f"{', '.join(vectors)}"),
        ("memory", f"{int(memory.group(1)) // 1024 // 1024 if memory else '?'} GiB"),
        ("kernel", os.uname().release),
        ("file system", first_line("stat", "-f", "-c", "%T", str(folder))),
        ("compiler", first_line("c++", "--version")),
        ("load before", " ".join(f"{load:.2f}" for load in os.getloadavg())),
        ("cat, cp", first_line("cp", "--version")),
        ("grep", first_line("grep", "--version")),
        ("zstd", first_line("zstd", "--version")),
        ("awk", first_line("awk", "-W", "version")),
    ]
