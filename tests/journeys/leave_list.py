"""The 44 things that leaving has to stand, and the tests that show it.

    python -m tests.journeys.leave_list [NUMBERS]

runs these tests and no others, and prints a line for each; the exit code is 1 unless all of them hold.
Tests that need a screen start their own; where Xvfb, openbox or xdotool is missing they are not tried.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HELD, FAILED, NOT_TRIED = "holds", "FAILS", "not tried"


@dataclass(frozen=True, slots=True)
class Line:
    """A requirement in our words, and the tests without which nobody should believe it."""

    number: int
    words: str
    tests: tuple[str, ...]


def at(file: str, *names: str) -> tuple[str, ...]:
    return tuple(f"tests/{file}.py::{name}" for name in names)


REAL, SCREEN, ONE = (
    "journeys/test_leaving_for_real",
    "journeys/test_leave_on_screen",
    "journeys/test_one_window",
)
KEYS, FAULTS, CLEARS = "journeys/test_leave_keys", "journeys/test_leave_faults", "journeys/test_leave_clears"
STEPS = "desktop/leave/test_leave_steps"
FILTER, BUTTON = "desktop/ui/leave/test_leave_filter", "desktop/ui/leave/test_leave_button"
SOMETHING_ELSE = "test_shift_with_something_else_three_times_does_not_leave"
PLACES = ("in_search_box", "in_find_bar", "in_page", "in_tree", "in_results", "on_button")


def wherever(what: str) -> tuple[str, ...]:
    """Shift together with this, with each part of the window under the keyboard."""
    return at(KEYS, *(f"{SOMETHING_ELSE}[{place}-{what}]" for place in PLACES))


LINES: tuple[Line, ...] = (
    Line(
        1,
        "after the press the pixels are gone at once, whatever goes on",
        at(REAL, "test_gone_from_every_situation_of_the_rig_while_the_key_is_down"),
    ),
    Line(
        2,
        "gone while the third Shift is still down",
        at(REAL, "test_gone_while_the_third_shift_is_still_down"),
    ),
    Line(
        3,
        "two presses do nothing but light two dots, which go out after the limit",
        at(KEYS, "test_two_presses_light_two_dots_which_go_out_after_the_gap")
        + at("journeys/test_on_screen", "test_two_presses_of_shift_do_nothing"),
    ),
    Line(
        4,
        "Shift held down for five seconds is one press",
        at(FILTER, "test_a_held_shift_is_one_press")
        + at("desktop/leave/test_shift_presses", "test_a_held_key_counts_once"),
    ),
    Line(5, "Shift with a letter, three times, does not leave", wherever("with_a_letter")),
    Line(6, "Shift with Tab, three times, does not leave", wherever("with_tab")),
    Line(7, "Shift with a click, three times, does not leave", wherever("with_a_click")),
    Line(8, "Shift with the wheel, three times, does not leave", wherever("with_the_wheel")),
    Line(
        9,
        "Shift while Ctrl, Alt or Meta is held does not leave",
        at(KEYS, "test_shift_while_another_modifier_is_held_does_not_leave")
        + at(FILTER, "test_a_held_modifier_begins_again"),
    ),
    Line(10, "a letter between the presses begins again", at(KEYS, "test_a_letter_between_begins_again")),
    Line(
        11,
        "left and right Shift count alike",
        at("journeys/test_on_screen", "test_real_keys_leave")
        + at(FILTER, "test_left_and_right_shift_count_alike"),
    ),
    Line(
        12,
        "presses far apart that arrive in one burst do not count together",
        at(FILTER, "test_presses_far_apart_that_come_in_one_burst_do_not_leave")
        + at("desktop/leave/test_shift_presses", "test_presses_count_by_their_own_times"),
    ),
    Line(13, "five presses leave once", at(KEYS, "test_five_presses_leave_once")),
    Line(
        14,
        "leaves from the search box over its results",
        at(KEYS, "test_leaves_from_the_search_box_over_its_results"),
    ),
    Line(15, "leaves from a menu with a submenu open", at(KEYS, "test_leaves_from_a_submenu")),
    Line(16, "leaves while a tooltip is shown", at(KEYS, "test_leaves_while_a_tooltip_is_shown")),
    Line(
        17,
        "leaves from the print dialog, and nothing is printed",
        at(
            "journeys/test_leave_print",
            "test_leaves_from_the_print_dialog_without_printing",
            "test_an_answer_after_leaving_prints_nothing",
        ),
    ),
    Line(
        18,
        "a drag of selected words keeps no key away",
        at(REAL, "test_a_drag_of_selected_words_does_not_keep_the_keys_away")
        + at("architecture/test_house_rules", "test_no_code_starts_a_drag")
        + at("journeys/test_no_drags", "test_no_widget_lets_a_drag_start"),
    ),
    Line(
        19,
        "leaves while words are being selected with the mouse",
        at(KEYS, "test_leaves_while_words_are_being_selected"),
    ),
    Line(
        20,
        "leaves from the whole screen and from a maximised window",
        at(KEYS, "test_leaves_from_the_whole_screen")
        + at(SCREEN, "test_every_way_out_leaves_the_disk_as_it_was_and_tells_nothing[F12 from full screen]"),
    ),
    Line(
        21,
        "leaves during the start, before the first paint",
        at(
            REAL,
            "test_f12_during_the_start_is_heard_once_there_is_a_window",
            "test_sigterm_during_the_start_ends_it_and_nothing_comes",
        ),
    ),
    Line(22, "button and key at once leave once", at(KEYS, "test_button_and_key_at_once_leave_once")),
    Line(
        23,
        "leaves while a search runs, whose answer is never shown",
        at(CLEARS, "test_an_answer_that_comes_after_leaving_is_not_shown"),
    ),
    Line(
        24,
        "leaves while a very long page is being laid out",
        at(REAL, "test_gone_from_every_situation_of_the_rig_while_the_key_is_down"),
    ),
    Line(
        25,
        "a fault in any step stops no other: hidden and ended",
        at(FAULTS, "test_the_steps_stand_in_their_order", "test_a_step_that_fails_stops_nothing")
        + at(STEPS, "test_a_failing_step_never_stops_the_next"),
    ),
    Line(
        26,
        "a step that hangs is ended after a second and a half",
        at(FAULTS, "test_a_step_that_lets_no_python_run_is_ended_all_the_same")
        + at(
            STEPS,
            "test_a_hanging_step_is_ended_by_the_watch",
            "test_the_real_end_needs_nobody",
            "test_the_process_ends_at_the_latest_after_a_second_and_a_half",
        ),
    ),
    Line(
        27,
        "a timer that shows a window afterwards shows nothing",
        at(
            FAULTS,
            "test_a_timer_that_shows_the_window_again_shows_nothing",
            "test_each_sweep_takes_away_what_passed_the_gate",
        )
        + at("journeys/test_leave", "test_nothing_comes_to_the_screen_after_leaving"),
    ),
    Line(
        28,
        "a message box from a fault hook afterwards shows nothing",
        at(FAULTS, "test_a_box_that_is_opened_after_leaving_shows_nothing"),
    ),
    Line(
        29,
        "what we copied and selected is gone; what others copied stays",
        at(
            SCREEN,
            "test_what_we_copied_is_gone_while_the_hidden_process_still_lives",
            "test_what_somebody_else_copied_stays",
        )
        + at(CLEARS, "test_only_our_own_copies_are_taken_off_the_clipboard"),
    ),
    Line(
        30,
        "the accessible tree tells no word of it",
        at(CLEARS, "test_the_accessible_tree_tells_nothing_that_it_did_not_tell_at_the_start"),
    ),
    Line(
        31,
        "the disk is as it was, but for bookmarks and settings",
        at(SCREEN, "test_every_way_out_leaves_the_disk_as_it_was_and_tells_nothing[F12]")
        + at("journeys/test_disk_snapshot", "test_the_report_is_what_a_snapshot_shows"),
    ),
    Line(
        32,
        "title, window class and icon are the same over twenty pages",
        at(SCREEN, "test_name_class_and_icon_are_the_same_over_twenty_pages")
        + at(CLEARS, "test_title_and_icon_are_the_same_on_every_page"),
    ),
    Line(
        33,
        "the next start is at the start page, empty and at its top",
        at(CLEARS, "test_the_next_start_knows_nothing"),
    ),
    Line(
        34,
        "a bookmark set just before leaving is kept",
        at(REAL, "test_a_bookmark_set_just_before_leaving_is_there_at_the_next_start"),
    ),
    Line(
        35,
        "a start after kill -9 opens, and knows nothing",
        at(REAL, "test_a_start_after_a_kill_is_at_the_start_page_with_an_empty_search")
        + at(ONE, "test_a_start_after_leaving_or_after_a_kill_opens"),
    ),
    Line(
        36,
        "a start while the hidden process still clears opens",
        at(REAL, "test_a_start_while_the_hidden_process_still_clears_opens"),
    ),
    Line(
        37,
        "a second start brings the window forward with its page",
        at(REAL, "test_a_second_start_shows_the_page_as_it_was")
        + at(ONE, "test_a_second_start_brings_the_open_window_forward"),
    ),
    Line(
        38,
        "every way out leaves the disk as it was",
        at(SCREEN, "test_every_way_out_leaves_the_disk_as_it_was_and_tells_nothing"),
    ),
    Line(
        39,
        "a release 20 pixels away leaves, one 200 away uncovers",
        at(KEYS, "test_a_release_near_the_button_leaves_and_one_far_away_uncovers")
        + at(BUTTON, "test_a_long_slide_uncovers_before_the_release_and_coming_back_does_not_leave"),
    ),
    Line(
        40,
        "Quick leave stands uncovered in the corner at every size",
        at("journeys/test_leave", "test_quick_leave_stands_uncovered_in_the_corner"),
    ),
    Line(
        41,
        "for five seconds afterwards no window comes",
        at(REAL, "test_for_five_seconds_after_leaving_no_window_comes"),
    ),
    Line(
        42,
        "nothing that is printed or logged holds a page or a word",
        at(SCREEN, "test_every_way_out_leaves_the_disk_as_it_was_and_tells_nothing")
        + at(SCREEN, "test_the_program_itself_prints_nothing")
        + at("desktop/leave/test_faults", "test_the_line_on_the_terminal_holds_kind_and_place_only"),
    ),
    Line(
        43,
        "no socket but the desktop's own is ever opened",
        at(
            "journeys/test_no_socket",
            "test_a_full_self_test_opens_no_socket_and_loads_no_network",
            "test_a_window_on_a_screen_speaks_to_its_own_desktop_only",
            "test_printing_opens_no_socket_and_asks_no_printing_service",
        ),
    ),
    Line(
        44,
        "one leave takes all windows of a person, those that load or hang too",
        at(
            ONE,
            "test_two_profiles_have_a_window_each_and_one_leave_ends_both",
            "test_a_window_that_does_not_answer_keeps_nobody_out_and_goes_with_the_other",
            "test_a_start_waits_for_a_slow_one_and_there_is_one_window",
            "test_a_start_that_still_loads_when_another_window_leaves_does_not_open",
        ),
    ),
)


def belongs(found: str, named: str) -> bool:
    """Whether a test that ran is the one that is named, or a case of it."""
    return found == named or found.startswith(f"{named}[")


def result(line: Line, seen: Mapping[str, str]) -> str:
    """What its tests have shown. Not a single one may be missing."""
    told = [[how for found, how in seen.items() if belongs(found, named)] for named in line.tests]
    every = [how for hows in told for how in hows]
    if FAILED in every:
        return FAILED
    return HELD if all(told) and set(every) == {HELD} else NOT_TRIED


def main(numbers: Sequence[str]) -> int:
    wanted = [line for line in LINES if not numbers or str(line.number) in numbers]
    seen = run(tuple(dict.fromkeys(test for line in wanted for test in line.tests)))
    results = [result(line, seen) for line in wanted]
    for line, how in zip(wanted, results, strict=True):
        print(f"{line.number:2}  {how:9}  {line.words}")
    print(f"{results.count(HELD)} of {len(wanted)} hold")
    return 0 if set(results) == {HELD} else 1


def run(tests: Sequence[str]) -> dict[str, str]:
    """Run them in one go; each test with what it has shown."""
    with tempfile.TemporaryDirectory(prefix="handrail-list-") as folder:
        report = Path(folder, "report.xml")
        command = [sys.executable, "-m", "pytest", "-q", "--no-header", f"--junitxml={report}", *tests]
        subprocess.run(command, cwd=ROOT, stdout=sys.stderr)
        cases = ElementTree.parse(report).iter("testcase")
        return {node_id(case): how_it_went(case) for case in cases}


def node_id(case: ElementTree.Element) -> str:
    return f"{case.get('classname', '').replace('.', '/')}.py::{case.get('name')}"


def how_it_went(case: ElementTree.Element) -> str:
    if case.find("failure") is not None or case.find("error") is not None:
        return FAILED
    return HELD if case.find("skipped") is None else NOT_TRIED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
