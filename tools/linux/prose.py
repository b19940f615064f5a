"""The texts of the manual that are not in the tables of the command line, in both languages."""

from typing import NamedTuple

from socplanner.domain.local_text import Language


class Prose(NamedTuple):
    """The texts of one language: headings, and paragraphs paired with their subjects."""

    name: str
    synopsis: str
    description: str
    commands: str
    exit_status: str
    files: str
    environment: str
    examples: str
    title: str
    about: tuple[str, ...]
    help_and_version: tuple[tuple[str, str], ...]
    codes: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, str], ...]
    variables: tuple[tuple[str, str], ...]
    samples: tuple[tuple[str, str], ...]


_SAMPLES = (
    'socplanner new plan.socplan --pattern hybrid --organisation "Example Corp."',
    "socplanner check plan.socplan --format json",
    "socplanner export plan.socplan matrix.xlsx --language ja",
    "socplanner import plan.socplan returned.xlsx --apply",
)
_CODES = ("0", "1", "2", "3", "130")
_PLACES = (
    "~/.config/socplanner/settings.json",
    "/etc/xdg/socplanner/settings.json",
    "~/.local/state/socplanner/socplanner.log",
    "/usr/share/doc/socplanner/",
)
_VARIABLES = (
    "LC_ALL, LC_MESSAGES, LANGUAGE, LANG",
    "XDG_CONFIG_HOME, XDG_STATE_HOME",
    "QT_QPA_PLATFORM",
)


def _with(texts: tuple[str, ...], subjects: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return each subject with its text."""
    return tuple(zip(subjects, texts, strict=True))


ENGLISH = Prose(
    name="NAME",
    synopsis="SYNOPSIS",
    description="DESCRIPTION",
    commands="COMMANDS",
    exit_status="EXIT STATUS",
    files="FILES",
    environment="ENVIRONMENT",
    examples="EXAMPLES",
    title="plan a security-response organisation",
    about=(
        "Without a command the window opens. All commands below work without a display.",
        "A plan is one YAML file; its name ends in .socplan, .yaml or .yml.",
    ),
    help_and_version=(
        ("-h, --help", "Show how the program, or the command before it, is used."),
        ("--version", "Show the version."),
    ),
    codes=_with(
        (
            "Done; for check: no error.",
            "check found at least one error.",
            "Refused: nothing was written, and one line on standard error gives the reason.",
            "import has questions that only a user can answer.",
            "Cancelled with Ctrl+C.",
        ),
        _CODES,
    ),
    places=_with(
        (
            "Settings of the user.",
            "Defaults for all users of this machine; an administrator may lock them.",
            "The log: actions and errors.",
            "Licences of the software it contains.",
        ),
        _PLACES,
    ),
    variables=_with(
        (
            "The language, unless --language is given; the first variable that is set decides.",
            "Other folders for settings and log.",
            "How Qt shows windows: xcb, wayland or offscreen.",
        ),
        _VARIABLES,
    ),
    samples=_with(
        (
            "Create a plan:",
            "Check it in a script:",
            "Write the matrix in Japanese:",
            "Import a returned matrix:",
        ),
        _SAMPLES,
    ),
)

JAPANESE = Prose(
    name="名前",
    synopsis="書式",
    description="説明",
    commands="コマンド",
    exit_status="終了ステータス",
    files="ファイル",
    environment="環境変数",
    examples="例",
    title="セキュリティ対応組織を計画する",
    about=(
        "コマンドを指定しないと、ウィンドウを開きます。以下のコマンドは、すべて画面がなくても使えます。",
        "計画は一つのYAMLファイルです。名前は .socplan、.yaml、.yml のいずれかで終わります。",
    ),
    help_and_version=(
        ("-h, --help", "プログラム、または前に書いたコマンドの使い方を表示します。"),
        ("--version", "バージョンを表示します。"),
    ),
    codes=_with(
        (
            "正常に終わりました。check では、エラーがありません。",
            "check がエラーを一つ以上見つけました。",
            "受け付けられませんでした。何も書き込まれず、理由が標準エラー出力に1行で示されます。",
            "import に、人が答えるほかない質問が残っています。",
            "Ctrl+Cで中断されました。",
        ),
        _CODES,
    ),
    places=_with(
        (
            "利用者ごとの設定。",
            "このコンピューターの全利用者に対する既定値。固定することもできます。",
            "動作とエラーの記録。",
            "構成するソフトウェアのライセンス。",
        ),
        _PLACES,
    ),
    variables=_with(
        (
            "--language を指定しないときの言語。設定されている最初の変数に従います。",
            "設定と記録の置き場所を変えます。",
            "Qtの描画方法（xcb、wayland、offscreen）。",
        ),
        _VARIABLES,
    ),
    samples=_with(
        (
            "計画を作る:",
            "スクリプトの中で点検する:",
            "責任分担表を日本語で書き出す:",
            "戻ってきた責任分担表を取り込む:",
        ),
        _SAMPLES,
    ),
)

PROSE: dict[Language, Prose] = {"en": ENGLISH, "ja": JAPANESE}
