"""Work for the processes of `test_pool`."""

import os
import signal
import time
from pathlib import Path

from kg.errors import StoreError


def square(number: int) -> int:
    return number * number


def refuse(number: int) -> int:
    raise StoreError(f"no room for {number}")


def stumble(number: int) -> float:
    return number / 0


def die_on_seven(number: int) -> int:
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def sleep_on_two(number: int) -> int:
    if number == 2:
        time.sleep(60)
    return number


def chatter(number: int) -> int:
    print("chatter")
    os.write(1, b"chatter")
    return number


def note_and_sleep(folder: str) -> None:
    Path(folder, str(os.getpid())).touch()
    time.sleep(60)
