"""Runs a command and tells what it took.

usage: measured.py COMMAND ARGUMENT...

Prints the last line the command printed, which is a JSON object, within another one: wall and processor seconds and the
peak resident memory of the command, in MB (Linux: ru_maxrss counts kB). Its error output goes where ours does.
"""

import json
import resource
import subprocess
import sys
import time


def main(command):
    begin = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    seconds = time.perf_counter() - begin
    if done.returncode != 0:
        sys.exit(done.returncode)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(json.dumps({
        "seconds": seconds,
        "cpu_seconds": used.ru_utime + used.ru_stime,
        "peak_mb": used.ru_maxrss / 1024,
        "result": json.loads(done.stdout),
    }))


if __name__ == "__main__":
    main(sys.argv[1:])
