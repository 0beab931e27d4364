"""Planning held against brute force on as many random tiny questions as one asks for; the suite tries 1,200.

    .venv/bin/python tests/fuzzing/planning.py 10000
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))


def main(questions: int) -> None:
    """Check every question; a disagreement stops the run and names its seed."""
    from laws.test_rotation_laws import check, random_case

    planned = 0
    for seed in range(questions):
        try:
            planned += check(random_case(seed))
        except AssertionError:
            print(f"seed {seed} disagrees with brute force")
            raise
    print(f"{questions:,} questions agree with brute force: {planned:,} plans, {questions - planned:,} certificates")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
