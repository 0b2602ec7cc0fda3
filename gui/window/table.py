"""Everything the window can do, in one table: menus, buttons, keys and tests follow from it."""

from __future__ import annotations

from core.case.library import library
from core.words import say
from gui import theme
from gui.story.line import KEY
from gui.window.actions import Action, Menu
from gui.window.explore import explore_actions, explore_menu
from gui.window.pairs import pair_actions, pairs_menu
from gui.window.training import training_actions, training_menu

SCALE_STEP = 0.25

ACTIONS: tuple[Action, ...] = (
    # File
    Action("new", lambda lang: say(lang, "&New case"), lambda w: w.files.new(), ("Ctrl+N",), "new"),
    Action("open", lambda lang: say(lang, "&Open…"), lambda w: w.files.open(), ("Ctrl+O",), "open"),
    Action("save", lambda lang: say(lang, "&Save"), lambda w: w.files.save(), ("Ctrl+S",), "save"),
    Action(
        "save_as",
        lambda lang: say(lang, "Save &as…"),
        lambda w: w.files.save_as(),
        ("Ctrl+Shift+S",),
    ),
    Action(
        "picture",
        lambda lang: say(lang, "Save a &picture of the window…"),
        lambda w: w.save_picture(),
        ("Ctrl+Shift+P",),
        "picture",
    ),
    Action("quit", lambda lang: say(lang, "&Quit"), lambda w: w.close(), ("Ctrl+Q",)),
    # Edit
    Action(
        "undo",
        lambda lang: say(lang, "&Undo"),
        lambda w: w.document.undo.undo(),
        ("Ctrl+Z",),
        "undo",
        when=lambda w: w.document.undo.canUndo(),
        detail=lambda w: w.document.undo_words(),
    ),
    Action(
        "redo",
        lambda lang: say(lang, "&Redo"),
        lambda w: w.document.undo.redo(),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        "redo",
        when=lambda w: w.document.undo.canRedo(),
        detail=lambda w: w.document.redo_words(),
    ),
    Action("rename", lambda lang: say(lang, "&Title of the case…"), lambda w: w.rename(), ("F2",)),
    # View
    Action(
        "light",
        lambda lang: say(lang, "&Light"),
        lambda w: w.choose_scheme("light"),
        icon="light",
        on=lambda w: theme.scheme_wish() == "light",
    ),
    Action(
        "dark",
        lambda lang: say(lang, "&Dark"),
        lambda w: w.choose_scheme("dark"),
        icon="dark",
        on=lambda w: theme.scheme_wish() == "dark",
    ),
    Action(
        "system",
        lambda lang: say(lang, "Light or dark &as the desktop"),
        lambda w: w.choose_scheme("system"),
        on=lambda w: theme.scheme_wish() == "system",
    ),
    Action(
        "larger",
        lambda lang: say(lang, "La&rger text"),
        lambda w: w.choose_scale(theme.text_scale() + SCALE_STEP),
        ("Ctrl++", "Ctrl+="),
        when=lambda w: theme.text_scale() < theme.LARGEST_SCALE,
    ),
    Action(
        "smaller",
        lambda lang: say(lang, "S&maller text"),
        lambda w: w.choose_scale(theme.text_scale() - SCALE_STEP),
        ("Ctrl+-",),
        when=lambda w: theme.text_scale() > theme.SMALLEST_SCALE,
    ),
    Action(
        "normal",
        lambda lang: say(lang, "Text as large as &usual"),
        lambda w: w.choose_scale(theme.SMALLEST_SCALE),
        ("Ctrl+0",),
        when=lambda w: theme.text_scale() > theme.SMALLEST_SCALE,
    ),
    Action(
        "english",
        lambda lang: "&English",
        lambda w: w.choose_language("en"),
        ("Ctrl+Alt+E",),
        on=lambda w: w.document.lang == "en",
    ),
    Action(
        "french",
        lambda lang: "&Français",
        lambda w: w.choose_language("fr"),
        ("Ctrl+Alt+F",),
        on=lambda w: w.document.lang == "fr",
    ),
    Action(
        "next_part",
        lambda lang: say(lang, "Next &part of the window"),
        lambda w: w.step_part(1),
        ("F6",),
    ),
    Action(
        "previous_part",
        lambda lang: say(lang, "Previous part &of the window"),
        lambda w: w.step_part(-1),
        ("Shift+F6",),
    ),
    Action(
        "close_provision",
        lambda lang: say(lang, "&Close the provision"),
        lambda w: w.close_provision(),
        when=lambda w: w.body.provision_open,
    ),
    # Case
    Action(
        "library",
        lambda lang: say(lang, "&Library…"),
        lambda w: w.show_library(),
        ("Ctrl+L",),
        "library",
    ),
    Action(
        "next_case",
        lambda lang: say(lang, "&Next case of the library"),
        lambda w: w.files.step(1),
        ("Ctrl+PgDown",),
        "next",
        when=lambda w: bool(library().entries),
    ),
    Action(
        "previous_case",
        lambda lang: say(lang, "&Previous case of the library"),
        lambda w: w.files.step(-1),
        ("Ctrl+PgUp",),
        "previous",
        when=lambda w: bool(library().entries),
    ),
    Action(
        "story",
        lambda lang: say(lang, "&Story"),
        lambda w: w.toggle_story(),
        (KEY,),
    ),
    Action(
        "turn",
        lambda lang: say(lang, "&Turn the journey around"),
        lambda w: w.header.direction.turn(),
        ("Ctrl+R",),
    ),
    Action(
        "rest",
        lambda lang: say(lang, "None of the &rest applies at this station"),
        lambda w: w.state_the_rest(),
        icon="rest",
        panel_keys=("F8",),
    ),
    Action(
        "next_station",
        lambda lang: say(lang, "N&ext station"),
        lambda w: w.step_station(1),
        ("Alt+Right",),
        when=lambda w: w.station_at < w.stations - 1,
    ),
    Action(
        "previous_station",
        lambda lang: say(lang, "Pre&vious station"),
        lambda w: w.step_station(-1),
        ("Alt+Left",),
        when=lambda w: w.station_at > 0,
    ),
    # Comparisons
    *pair_actions(),
    # Explore
    *explore_actions(),
    # Training
    *training_actions(),
    # Help
    Action("keys", lambda lang: say(lang, "&Keys"), lambda w: w.show_keys(), ("F1",), "keyboard"),
    Action(
        "about", lambda lang: say(lang, "&About Threshold"), lambda w: w.show_about(), (), "info"
    ),
)

GROUPS = (
    ("light", "dark", "system"),
    ("english", "french"),
    tuple(action.id for action in pair_actions() if action.on is not None),
)

MENUS: tuple[Menu, ...] = (
    Menu(
        "file",
        lambda lang: say(lang, "&File"),
        (
            "new",
            "open",
            Menu("recent", lambda lang: say(lang, "Open &recent"), ()),
            "-",
            "save",
            "save_as",
            "-",
            "picture",
            "-",
            "quit",
        ),
    ),
    Menu("edit", lambda lang: say(lang, "&Edit"), ("undo", "redo", "-", "rename")),
    Menu(
        "view",
        lambda lang: say(lang, "&View"),
        (
            "light",
            "dark",
            "system",
            "-",
            "larger",
            "smaller",
            "normal",
            "-",
            "english",
            "french",
            "-",
            "next_part",
            "previous_part",
            "close_provision",
        ),
    ),
    Menu(
        "case",
        lambda lang: say(lang, "&Case"),
        (
            "library",
            "next_case",
            "previous_case",
            "-",
            "story",
            "turn",
            "-",
            "rest",
            "-",
            "next_station",
            "previous_station",
        ),
    ),
    pairs_menu(),
    explore_menu(),
    training_menu(),
    Menu("help", lambda lang: say(lang, "&Help"), ("keys", "about")),
)
