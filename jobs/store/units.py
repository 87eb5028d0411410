"""Durations and sizes as people read them."""

EN_DASH = "\u2013"


def format_duration(seconds: float | None) -> str:
    """Seconds as `8 s`, `3 min 20 s`, `25 min`, `2 h 5 min`; an en dash when they are not known."""
    if seconds is None or seconds < 0 or seconds != seconds:
        return EN_DASH
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s" if whole < 600 else f"{round(whole / 60)} min"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def format_bytes(count: float) -> str:
    """Bytes as `12 bytes`, `1.5 kB`, `123 MB`, `3.0 GB`; units of 1000."""
    for unit in ("bytes", "kB", "MB", "GB"):
        if count < 1000 or unit == "GB":
            return f"{count:.0f} {unit}" if count >= 100 or unit == "bytes" else f"{count:.1f} {unit}"
        count /= 1000
    raise AssertionError
